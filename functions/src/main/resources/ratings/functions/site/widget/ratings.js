// Asks a visitor how a chat went when it ends: see README, "Put the widget on your website".
(() => {
  const script = document.currentScript;
  const { api, widget, close, restart, inside, language = document.documentElement.lang || 'en' } = script.dataset;
  const base = `${api}/v1/widgets/${encodeURIComponent(widget)}`;
  const storage = `ratings:${widget}`;
  const WEEK = 7 * 864e5;
  const ENGLISH = {
    feedback: 'Would you like to add anything?', resolved: 'Was your issue resolved?', yes: 'Yes', no: 'No', reason: 'What went wrong?',
    send: 'Send', skip: 'Close', thanks: 'Thank you!', later: 'You are offline. We keep your rating and send it later.',
    'rating-locked': 'Your rating is final, because you left a comment with it.',
    'change-window-over': 'The time to change your rating is over.',
    'rating-window-over': 'The time to rate this conversation is over.',
    'request-withdrawn': 'This conversation is open again, so it cannot be rated right now.',
    'ratings-off': 'Ratings are not collected here at the moment.',
  };
  let session = {};

  // What storage refuses (a private window, say) lives as long as the page.
  const kept = {};
  const load = (name) => {
    try { return JSON.parse(localStorage.getItem(name)) || kept[name] || {}; } catch { return kept[name] || {}; }
  };
  const save = (name, value) => {
    kept[name] = value;
    try { localStorage.setItem(name, JSON.stringify(value)); } catch { /* kept above */ }
  };

  // text/plain spares the preflight, and keepalive lets the tab close meanwhile.
  const post = (path, body) => fetch(base + path, { method: 'POST', keepalive: true, body: JSON.stringify(body) });
  const get = async (url) => {
    const answer = await fetch(url, { signal: AbortSignal.timeout(5000) });
    if (!answer.ok) throw answer;
    return answer.json();
  };

  // A rating is kept before it is sent and until it is answered: the newest of each conversation, for a week.
  const submit = async (rating) => {
    const id = rating.conversationId;
    save(storage, { ...load(storage), [id]: { rating, at: Date.now() } });
    const answer = await post('/ratings', rating).catch(() => null);
    if (!answer || answer.status === 429 || answer.status >= 500) return null;
    const waiting = load(storage);
    if (JSON.stringify(waiting[id]?.rating) === JSON.stringify(rating)) delete waiting[id];
    save(storage, waiting);
    return answer;
  };
  const sendKept = async () => {
    for (const { rating, at } of Object.values(load(storage))) if (Date.now() - at < WEEK) await submit(rating);
  };

  const element = (name, attributes, ...children) => {
    const svg = 'svg path circle'.includes(name);
    const made = svg ? document.createElementNS('http://www.w3.org/2000/svg', name) : document.createElement(name);
    for (const [key, value] of Object.entries(attributes || {})) {
      if (key.startsWith('on')) made.addEventListener(key.slice(2), value);
      else if (value !== false) made.setAttribute(key, value === true ? '' : value);
    }
    made.append(...children);
    return made;
  };

  const MOUTHS = ['M15 35Q24 24 33 35', 'M16 33Q24 28 32 33', 'M16 32H32', 'M15 30Q24 36 33 30', 'M14 28H34Q32 38 24 38T14 28Z'];
  const drawing = (...d) => element('svg', { viewBox: '0 0 48 48', 'aria-hidden': 'true' },
    ...d.map((path) => path.length ? element('path', { d: path }) : element('circle', path)));
  const mark = (scale, value) => ({
    stars5: () => drawing('M24 4 30 17 44 19 34 29 37 43 24 36 11 43 14 29 4 19 18 17Z'),
    faces5: () => drawing({ cx: 24, cy: 24, r: 20 }, { cx: 17, cy: 20, r: 1.5 }, { cx: 31, cy: 20, r: 1.5 }, MOUTHS[value - 1]),
    thumbs: () => {
      const thumb = drawing('M15 21 22 6C26 6 28 9 27 12L26 18H37C40 18 42 21 41 24L39 37C38 40 36 41 34 41H15M6 21H15V41H6Z');
      if (!value) thumb.classList.add('down');
      return thumb;
    },
    nps: () => value,
  })[scale]();

  const style = new CSSStyleSheet();
  style.replaceSync(`
    :host { all: initial; color-scheme: light dark; font: 16px/1.4 system-ui, sans-serif; color: light-dark(#1a1a1a, #f2f2f2) }
    form { background: light-dark(#fff, #1f1f23); border: 1px solid light-dark(#767676, #8a8a8a); border-radius: 12px;
      box-sizing: border-box; max-width: 26rem; padding: 12px; position: relative }
    form:focus { outline: 0 } form:focus-visible, :focus-visible, label:has(:focus-visible) { outline: 3px solid light-dark(#0b57d0, #a8c7fa); outline-offset: 1px }
    fieldset { border: 0; margin: 0 0 8px; padding: 0 } legend { font-weight: 600; padding: 8px 44px 8px 0 }
    :dir(rtl) legend { padding: 8px 0 8px 44px }
    .scores { display: flex; flex-wrap: wrap } .scores label { flex: 1 0 44px }
    label { align-items: center; border-radius: 8px; box-sizing: border-box; cursor: pointer; display: inline-flex; gap: 6px; justify-content: center;
      min-height: 44px; min-width: 44px; padding: 4px }
    .scores label:hover, .scores label.on { background: light-dark(#e8f0fe, #30343f) } .scores label.on { box-shadow: inset 0 0 0 2px }
    .scores input { opacity: 0; position: absolute } svg { fill: none; height: 32px; stroke: currentColor; stroke-width: 2; width: 32px }
    .on svg path { fill: light-dark(#ffb300, #ffca28) } .faces5 .on svg path { fill: none } .faces5 .on circle:first-child { fill: light-dark(#ffd54f, #8d6e00) }
    .down { transform: scaleY(-1) }
    textarea { background: transparent; border: 1px solid light-dark(#767676, #8a8a8a); border-radius: 8px; box-sizing: border-box; color: inherit; display: block;
      font: inherit; margin: 4px 0; min-height: 66px; padding: 8px; width: 100% }
    button { background: light-dark(#0b57d0, #a8c7fa); border: 0; border-radius: 8px; color: light-dark(#fff, #062e6f); cursor: pointer; font: inherit;
      min-height: 44px; min-width: 44px; padding: 0 16px }
    .skip { background: transparent; color: inherit; inset-block-start: 8px; inset-inline-end: 8px; padding: 0; position: absolute }
    [hidden] { display: none } @media (forced-colors: active) { .scores label.on { outline: 2px solid Highlight } }`);

  class ConversationRating extends HTMLElement {
    /** Asks, and resolves to what came of it once the visitor is through or has skipped. */
    ask(prompt, texts, facts) {
      const { type, options } = prompt.scale;
      const say = { ...ENGLISH, ...texts };
      const answer = { ...facts };
      const result = { asked: true, rated: false };
      return new Promise((resolve) => {
        const done = () => { this.remove(); resolve(result); };
        const status = element('p', { role: 'status' });
        const send = element('button', { hidden: true }, say.send);
        const more = element('div', { hidden: true });
        const rate = async (change) => {
          Object.assign(answer, change);
          Object.assign(result, { rated: true, score: answer.score });
          const stored = await submit(answer);
          const { code } = stored && !stored.ok ? await stored.json().catch(() => ({})) : {};
          status.textContent = !stored ? say.later : stored.ok ? say.thanks : say[code] || `${stored.status}`;
          result.saved = stored ? stored.ok : 'later';
        };
        const scores = element('div', { class: `scores ${type}` }, ...options.map(({ value, label }) => {
          const input = element('input', { type: 'radio', name: 'score', value, 'aria-label': label, checked: prompt.rating?.score === value,
            onchange: () => { light(value); send.hidden = false; } });
          // A pointer's click stores at once; an arrow key comes as a click without detail and only chooses.
          return element('label', { title: label, onclick: ({ detail }) => { if (detail) store(value); } }, input, mark(type, value));
        }));
        const light = (value) => [...scores.children].forEach((label, i) =>
          label.classList.toggle('on', type === 'stars5' ? options[i].value <= value : options[i].value === value));
        const store = async (score) => {
          light(score);
          const first = more.hidden;
          more.hidden = send.hidden = false;
          if (answer.score !== score) await rate({ score });
          if (first && !more.childElementCount) setTimeout(done, 1500);
        };
        const choice = (name, type_, question, choices) => element('fieldset', null, element('legend', null, question),
          ...choices.map(([value, label]) => element('label', null, element('input', { type: type_, name, value }), label)));
        if (prompt.askResolved) more.append(choice('resolved', 'radio', say.resolved, [['true', say.yes], ['false', say.no]]));
        if (prompt.reasons?.length) more.append(choice('reason', 'checkbox', say.reason, prompt.reasons.map(({ code, label }) => [code, label])));
        if (prompt.askFeedback) more.append(element('label', { for: 'feedback' }, say.feedback), element('textarea', { id: 'feedback', name: 'feedback', maxlength: 4000 }));
        const submitted = async (event) => {
          event.preventDefault();
          const form = new FormData(event.target);
          const score = form.get('score');
          if (score === null) return;
          if (more.hidden) return store(+score);
          const details = { score: +score };
          if (form.get('feedback')?.trim()) details.feedback = form.get('feedback');
          if (form.get('resolved')) details.resolved = form.get('resolved') === 'true';
          if (form.getAll('reason').length) details.reasons = form.getAll('reason');
          if (Object.keys(details).length > 1 || answer.score !== +score) await rate(details);
          more.replaceChildren();
          send.hidden = scores.hidden = true;
          setTimeout(done, 1500);
        };
        const form = element('form', { 'aria-labelledby': 'ask', tabindex: -1, onsubmit: submitted,
          onkeydown: ({ key }) => { if (key === 'Escape') done(); } },
          element('fieldset', null, element('legend', { id: 'ask' }, prompt.requestText), scores), more, status, send,
          element('button', { type: 'button', class: 'skip', 'aria-label': say.skip, title: say.skip, onclick: done }, '✕'));
        form.dir = /^(ar|fa|he|ur)/.test(prompt.language) ? 'rtl' : 'ltr';
        form.lang = prompt.language;
        this.attachShadow({ mode: 'open' }).append(form);
        this.shadowRoot.adoptedStyleSheets = [style];
        (document.querySelector(inside) || document.body).append(this);
        if (prompt.rating?.score !== undefined) light(answer.score = prompt.rating.score);
        form.focus();
      });
    }
  }
  customElements.define('conversation-rating', ConversationRating);

  /** Ends the session: what was on is rated, and a new one begins (R53). Resolves always, so that the chat can go. */
  const ask = async (ending, facts) => {
    const about = { conversationId: load(`${storage}:session`).id, language, ...session, ...facts };
    save(`${storage}:session`, { id: crypto.randomUUID() });
    session = {};
    try {
      const tag = encodeURIComponent(about.language);
      const [prompt, texts] = await Promise.all([
        get(`${base}?language=${tag}&conversationId=${encodeURIComponent(about.conversationId)}`),
        tag.startsWith('en') ? {} : get(new URL(`texts/${tag}.json`, script.src)).catch(() => ({})),
      ]);
      const seen = load(`${storage}:seen`);
      const { canRate, canChange } = prompt.rating || { canRate: true };
      if (!prompt.collectRatings || !(canRate || canChange) || seen.id === about.conversationId) return { asked: false };
      save(`${storage}:seen`, { id: about.conversationId });
      if (!'close restart'.includes(ending)) await new Promise((after) => setTimeout(after, 1000 * prompt.delaySeconds));
      const asked = document.createElement('conversation-rating').ask(prompt, texts, about);
      const { conversationId, userId, userName, botId } = about;
      post('/shown', { conversationId, userId, userName, botId, language: about.language }).catch(() => {});
      return await asked;
    } catch {
      return { asked: false };
    }
  };

  /** `ratings('session', facts)` says which conversation is on; `ratings('ask', ending, facts)` asks about it. */
  window.ratings = async (command, ...rest) => {
    if (command === 'session') session = rest[0];
    return command === 'ask' ? ask(...rest) : undefined;
  };

  // The button's own click goes on once the visitor is through.
  const hook = (selector, ending) => selector && document.addEventListener('click', async (event) => {
    const button = event.target.closest(selector);
    if (!button || button.dataset.rated) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    await ask(ending);
    button.dataset.rated = 'yes';
    button.click();
    delete button.dataset.rated;
  }, true);
  hook(close, 'close');
  hook(restart, 'restart');

  if (!load(`${storage}:session`).id) save(`${storage}:session`, { id: crypto.randomUUID() });
  addEventListener('online', sendKept);
  sendKept();
})();
