// See README, "Put the widget on your website".
(() => {
  const script = document.currentScript;
  const { api, widget, close, restart, inside, language = document.documentElement.lang || 'en' } = script.dataset;
  const base = `${api}/v1/widgets/${encodeURIComponent(widget)}`;
  const storage = `ratings:${widget}`;
  const WEEK = 7 * 864e5;
  const CONTROLS = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/g;

  // Storage may be refused.
  const memory = {};
  const load = (name) => {
    try { memory[name] = JSON.parse(localStorage.getItem(name)) || memory[name]; } catch { /* in memory */ }
    return memory[name] || {};
  };
  const save = (name, value) => {
    memory[name] = value;
    try { localStorage.setItem(name, JSON.stringify(value)); } catch { /* in memory */ }
  };
  const newSession = () => save(`${storage}:session`, { id: [...crypto.getRandomValues(new Uint8Array(16))].map((n) => n.toString(16)).join('') });

  const get = async (url) => {
    const answer = await fetch(url, { signal: AbortSignal.timeout(5000) });
    if (!answer.ok) throw answer;
    return answer.json();
  };
  // As text it needs no preflight.
  const post = (path, body) =>
    fetch(base + path, { method: 'POST', keepalive: true, body: JSON.stringify(body), signal: AbortSignal.timeout(9000) }).catch(() => null);
  const only = (names, facts) => Object.fromEntries(names.flatMap((name) => facts[name] == null ? [] : [[name, `${facts[name]}`]]));
  const FACTS = ['conversationId', 'userId', 'userName', 'botId', 'language'];

  // A rating is kept until it is answered.
  let line = Promise.resolve();
  const send = (rating) => line = line.then(async () => {
    const answer = await post('/ratings', rating);
    if (!answer || answer.status === 429 || answer.status >= 500) return null;
    const { [rating.conversationId]: kept, ...others } = load(storage);
    if (JSON.stringify(kept?.rating) === JSON.stringify(rating)) save(storage, others);
    return answer;
  });
  const submit = (rating) => {
    save(storage, { ...load(storage), [rating.conversationId]: { rating, at: Date.now() } });
    return send(rating);
  };
  const sendKept = () => {
    const young = Object.entries(load(storage)).filter(([, { at }]) => Date.now() - at < WEEK);
    save(storage, Object.fromEntries(young));
    young.forEach(([, { rating }]) => send(rating));
  };

  const element = (name, attributes, ...children) => {
    const svg = /svg|path|circle/.test(name);
    const made = svg ? document.createElementNS('http://www.w3.org/2000/svg', name) : document.createElement(name);
    for (const [key, value] of Object.entries(attributes || {})) {
      if (key.startsWith('on')) made.addEventListener(key.slice(2), value);
      else if (value !== false) made.setAttribute(key, value);
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
    thumbs: () => drawing('M15 21 22 6C26 6 28 9 27 12L26 18H37C40 18 42 21 41 24L39 37C38 40 36 41 34 41H15M6 21H15V41H6Z'),
    nps: () => value,
  })[scale]();

  const style = new CSSStyleSheet();
  style.replaceSync(`
    :host { all: initial; color-scheme: light dark; font: 16px/1.4 system-ui, sans-serif; color: light-dark(#1a1a1a, #f2f2f2) }
    form { background: light-dark(#fff, #1f1f23); border: 1px solid light-dark(#767676, #8a8a8a); border-radius: 12px;
      max-width: 26rem; padding: 12px; position: relative }
    * { box-sizing: border-box } :focus-visible, label:has(:focus-visible) { outline: 3px solid light-dark(#0b57d0, #a8c7fa); outline-offset: 1px }
    fieldset { border: 0; margin: 0; padding: 0 } p { margin: 4px 0 } legend, [for] { font-weight: 600; padding: 8px 0 } #ask { padding-inline-end: 44px }
    .scores { display: grid; grid-template-columns: repeat(auto-fit, minmax(44px, 1fr)) }
    label, button { border-radius: 8px; cursor: pointer; min-height: 44px; min-width: 44px }
    label { align-items: center; display: inline-flex; gap: 6px; justify-content: center; padding: 4px }
    .scores label:hover, .on { background: light-dark(#e8f0fe, #30343f) } .on { box-shadow: inset 0 0 0 2px }
    .scores input { opacity: 0; position: absolute } svg { fill: none; height: 32px; stroke: currentColor; stroke-width: 2; width: 32px }
    .on svg path { fill: light-dark(#ffb300, #ffca28) } .faces5 .on path { fill: none } .on circle:first-child { fill: light-dark(#ffd54f, #8d6e00) }
    .thumbs :first-child svg { transform: scaleY(-1) } .nps label { border: 1px solid #8888 }
    textarea { background: transparent; border: 1px solid light-dark(#767676, #8a8a8a); border-radius: 8px; color: inherit; display: block;
      font: inherit; margin: 4px 0; min-height: 66px; padding: 8px; width: 100% }
    button { background: light-dark(#0b57d0, #a8c7fa); border: 1px solid transparent; color: light-dark(#fff, #062e6f); font: inherit; padding: 0 16px }
    .skip { background: transparent; color: inherit; inset-inline-end: 8px; padding: 0; position: absolute; top: 8px }
    [hidden] { display: none } @media (forced-colors: active) { .on { outline: 2px solid Highlight } }`);

  const byVisitor = (ending) => /close|restart/.test(ending);

  class ConversationRating extends HTMLElement {
    result = { asked: false, rated: false };

    /** Resolves once the visitor is through, has skipped, or is not to be asked. */
    open(ending, facts) {
      const before = document.activeElement;
      return new Promise((resolve) => {
        this.end = () => {
          this.ended = true;
          if (this.isConnected) before?.focus();
          this.remove();
          resolve(this.result);
        };
        this.prepare(ending, facts).catch(this.end);
      });
    }

    async prepare(ending, facts) {
      const { conversationId: id } = facts;
      const prompt = await get(`${base}?${new URLSearchParams({ language: facts.language, conversationId: id })}`);
      const { canRate, canChange } = prompt.rating || {};
      const once = load(`${storage}:seen`).id === id && ending !== 'change';
      const by = ending === 'close' ? 'customer' : ending;
      if (!prompt.collectRatings || !(canRate || canChange) || once
        || /customer|restart|teammate|timeout/.test(by) && !prompt.askAfter.includes(by)) return this.end();
      const texts = await get(new URL(`texts/${prompt.language}.json`, script.src));
      if (!byVisitor(ending)) await new Promise((after) => setTimeout(after, 1000 * prompt.delaySeconds));
      // The chat may be gone by now.
      const place = inside ? document.querySelector(inside) : document.body;
      if (this.ended || !place?.checkVisibility()) return this.end();
      save(`${storage}:seen`, { id });
      this.result.asked = true;
      this.show(place, prompt, texts, only([...FACTS, 'messageId', 'token'], facts));
      post('/shown', only(FACTS, facts));
    }

    show(place, prompt, say, answer) {
      const { type, options } = prompt.scale;
      const { result, end } = this;
      const status = element('p', { role: 'status' });
      const button = element('button', { hidden: true }, say.send);
      const more = element('div', { hidden: true });
      const rate = async (change) => {
        Object.assign(answer, change);
        const stored = await submit({ ...answer });
        const problem = stored && !stored.ok && await stored.json().catch(() => ({}));
        status.textContent = problem ? say[problem.code] || say.again : stored ? say.thanks : say.later;
        if (!problem) Object.assign(result, { rated: true, score: answer.score });
        result.saved = problem ? 'refused' : stored ? 'stored' : 'later';
        return !problem;
      };
      let reasons = {};
      const light = (value) => {
        options.forEach((option, i) =>
          scores.children[i].classList.toggle('on', type === 'stars5' ? option.value <= value : option.value === value));
        reasons.disabled = reasons.hidden = value > ({ nps: 8, thumbs: 0 }[type] ?? 3);
      };
      const store = async (score) => {
        light(score);
        more.hidden = button.hidden = false;
        if (answer.score !== score && await rate({ score }) && !more.childElementCount) setTimeout(end, 1500);
      };
      const scores = element('div', { class: `scores ${type}` }, ...options.map(({ value, label }) => {
        const input = element('input', { type: 'radio', name: 'score', value, 'aria-label': label, checked: prompt.rating.score === value,
          onchange: () => { light(value); button.hidden = false; } });
        // An arrow key is a click without detail: it only chooses.
        return element('label', { title: label, onclick: ({ detail }) => detail && store(value) }, input, mark(type, value));
      }));
      const choice = (name, kind, question, choices) => element('fieldset', null, element('legend', null, question),
        ...choices.map(([value, label]) => element('label', null, element('input', { type: kind, name, value }), label)));
      if (prompt.askResolved) more.append(choice('resolved', 'radio', say.resolved, [['true', say.yes], ['false', say.no]]));
      if (prompt.reasons?.length) {
        reasons = choice('reason', 'checkbox', say.reason, prompt.reasons.map(({ code, label }) => [code, label]));
        more.append(reasons);
      }
      if (prompt.askFeedback) more.append(element('label', { for: 'feedback' }, say.feedback), element('textarea', { id: 'feedback', name: 'feedback', maxlength: 4000 }));
      const submitted = async (event) => {
        event.preventDefault();
        const form = new FormData(event.target);
        if (!form.has('score')) return;
        const score = +form.get('score');
        if (more.hidden) return store(score);
        const details = { score };
        const feedback = form.get('feedback')?.replace(CONTROLS, '').trim();
        if (feedback) details.feedback = feedback;
        if (form.has('resolved')) details.resolved = form.get('resolved') === 'true';
        if (form.has('reason')) details.reasons = form.getAll('reason');
        if ((Object.keys(details).length > 1 || answer.score !== score) && !await rate(details)) return;
        more.replaceChildren();
        button.hidden = scores.hidden = true;
        setTimeout(end, 1500);
      };
      const form = element('form', { 'aria-labelledby': 'ask', tabindex: -1, onsubmit: submitted, onkeydown: ({ key }) => key === 'Escape' && end(),
        lang: prompt.language, dir: /^(ar|fa|he|ur)/.test(prompt.language) ? 'rtl' : 'ltr' },
        element('fieldset', null, element('legend', { id: 'ask' }, prompt.requestText), scores), more, status, button,
        element('button', { type: 'button', class: 'skip', 'aria-label': say.skip, title: say.skip, onclick: end }, '✕'));
      this.attachShadow({ mode: 'open' }).append(form);
      this.shadowRoot.adoptedStyleSheets = [style];
      place.append(this);
      if (prompt.rating.score != null) light(answer.score = prompt.rating.score);
      form.focus();
    }
  }
  customElements.define('conversation-rating', ConversationRating);

  // What was on is rated, and a new session begins (R53). Whoever ends a chat again wants no question.
  let session = {};
  let asking;
  const ask = async (ending, facts) => {
    const other = asking;
    other?.end();
    if (other && byVisitor(ending)) return other.result;
    const about = { conversationId: load(`${storage}:session`).id, language, ...session, ...facts };
    newSession();
    if (ending === 'restart') session = {};
    const mine = asking = document.createElement('conversation-rating');
    const result = await mine.open(ending, about);
    if (asking === mine) asking = null;
    return result;
  };

  const before = window.ratings?.q || [];
  window.ratings = async (command, ...rest) => {
    if (command === 'ask') return ask(...rest);
    if (command === 'session') [session] = rest;
  };

  // The button's own click goes on once the visitor is through.
  let passing;
  const hook = (selector, ending) => selector && document.addEventListener('click', async (event) => {
    const button = event.target.closest?.(selector);
    if (!button || passing) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (asking) return asking.end();
    await ask(ending);
    passing = true;
    button.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, composed: true }));
    passing = false;
  }, true);
  hook(close, 'close');
  hook(restart, 'restart');

  if (!load(`${storage}:session`).id) newSession();
  before.forEach((call) => window.ratings(...call));
  addEventListener('online', sendKept);
  sendKept();
})();
