// Each measure answers a list of what is wrong, in words.
const told = (element) => element.outerHTML.slice(0, 120);
const all = (selector, root = document) => [
  ...root.querySelectorAll(selector),
  ...[...root.querySelectorAll('*')].flatMap((it) => it.shadowRoot ? all(selector, it.shadowRoot) : []),
];
const seen = (element) => element.checkVisibility({ visibilityProperty: true });

function tooWide() {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  return all('body *, form *')
    .filter((it) => it.getBoundingClientRect().right > width + 0.5 || it.getBoundingClientRect().left < -0.5)
    .map((it) => `${Math.round(it.getBoundingClientRect().right)} of ${width}: ${told(it)}`)
    .concat(`scrolls to ${document.documentElement.scrollWidth} of ${width}`);
}

function tooSmall() {
  return all('a, button, textarea, .choice, .option, label:has(input)')
    .filter((it) => seen(it) && !it.matches('p > a'))
    .map((it) => ({ it, box: it.getBoundingClientRect() }))
    .filter(({ box }) => box.width < 44 || box.height < 44)
    .map(({ it, box }) => `${box.width} x ${box.height}: ${told(it)}`);
}

function invisible() {
  const ground = (element) => {
    for (let it = element; it; it = it.parentElement ?? it.getRootNode().host) {
      const colour = getComputedStyle(it).backgroundColor;
      if (!/^rgba\(.*, 0\)$/.test(colour)) return colour;
    }
    return 'rgb(255, 255, 255)';
  };
  const drawn = all('svg path, svg circle').filter(seen).filter((it) => {
    const style = getComputedStyle(it);
    const paper = [ground(it), 'none'];
    return paper.includes(style.stroke) && paper.includes(style.fill);
  });
  const written = all('body *, form *')
    .filter((it) => seen(it) && [...it.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
    .filter((it) => getComputedStyle(it).color === ground(it));
  return [...drawn, ...written].map(told);
}
