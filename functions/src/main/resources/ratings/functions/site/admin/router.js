// Where one is: the page is the path below /admin/, and all of its state is in the query, so that a link shows the same.
const ROOT = '/admin/';

export const place = () => ({
  page: location.pathname.slice(ROOT.length).replace(/\/$|^signed-in$/, ''),
  query: new URLSearchParams(location.search),
});

export const href = (page, query = '') => {
  const text = `${query}`;
  return ROOT + page + (text ? `?${text}` : '');
};

const tell = () => dispatchEvent(new Event('place'));

/** Goes there; back leads here again. */
export const go = (page, query) => {
  history.pushState(null, '', href(page, query));
  tell();
};

/** Goes there instead of here: a default that was filled in is no step of its own. */
export const stay = (page, query) => {
  history.replaceState(null, '', href(page, query));
  tell();
};

/** Calls back whenever one is elsewhere. Links within the pages are followed without loading them anew. */
export const follow = (listener) => {
  addEventListener('place', listener);
  addEventListener('popstate', listener);
  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('a[href]');
    const plain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
    if (!link || !plain || link.target || link.origin !== location.origin || !link.pathname.startsWith(ROOT)) return;
    event.preventDefault();
    history.pushState(null, '', link.href);
    tell();
  });
};
