// A chat with the widget as visitors have it, answered here in place of the API, by the settings that the page around it says.
(() => {
  const SCORES = { stars5: [1, 2, 3, 4, 5], faces5: [1, 2, 3, 4, 5], thumbs: [0, 1], nps: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] };
  const LABELS = { faces5: ['', 'terrible', 'bad', 'ok', 'good', 'amazing'], thumbs: ['bad', 'good'] };
  const find = (selector) => document.querySelector(selector);
  let settings;

  const prompt = ({ scale: type, requestText, language }) => {
    const options = SCORES[type].map((value) => ({ value, label: LABELS[type]?.[value] ?? `${value}` }));
    return { ...settings, requestText: requestText[language], scale: { type, options }, delaySeconds: 0, rating: { canRate: true } };
  };
  const load = fetch;
  window.fetch = async (url, options) => {
    if (!`${url}`.startsWith('preview:')) return load(url, options);
    return Response.json(options.method ? {} : prompt(settings));
  };

  // Whoever fills in the form around it stays there.
  const { focus } = HTMLElement.prototype;
  HTMLElement.prototype.focus = function () {
    if (document.hasFocus()) focus.call(this);
  };

  const say = (text, closed = false) => {
    find('#chat').hidden = closed;
    find('#open').hidden = !closed;
    find('[role=status]').textContent = text;
  };
  const close = () => say('The chat has closed.', true);
  const restart = () => say('The chat has begun anew.');
  const begin = async () => {
    const mine = settings;
    const { collectRatings, askAfter, language } = mine;
    const over = askAfter.includes('customer') ? close : askAfter.includes('restart') ? restart : null;
    if (!collectRatings) say('Collect ratings is off: the chat closes, and nobody is asked.');
    else say(over ? '' : 'Nobody is asked when the visitor ends the chat.');
    // What was asked before goes: by another X, where nobody is to be asked anew.
    const { asked } = await ratings('ask', over ? 'change' : 'close', { language });
    if (asked && over && mine === settings) over();
  };
  find('#close').addEventListener('click', close);
  find('#restart').addEventListener('click', restart);
  find('#open').addEventListener('click', begin);
  addEventListener('message', ({ source, origin, data }) => {
    if (source !== parent || origin !== location.origin) return;
    settings = JSON.parse(data);
    begin();
  });
})();
