// A chat with a bot that knows little; it is rated by the widget, without a word about that here.
(() => {
  const chat = document.querySelector('#chat');
  const open = document.querySelector('#open');
  const messages = document.querySelector('#messages');
  const ANSWERS = ['It left us this morning and should be with you tomorrow.', 'I see. Have you tried it once more?', 'I have found three articles that may help.', 'Is there anything else?'];
  let said = 0;
  let answering;

  const add = (who, text) => {
    const message = document.createElement('li');
    message.className = who;
    message.textContent = text;
    messages.append(message);
    message.scrollIntoView({ block: 'nearest' });
  };

  const begin = () => {
    said = 0;
    clearTimeout(answering);
    messages.replaceChildren();
    chat.hidden = false;
    open.hidden = true;
    add('bot', 'Hello! What can I do for you?');
  };

  document.querySelector('#say').addEventListener('submit', (event) => {
    event.preventDefault();
    const text = event.target.elements.text.value.trim();
    if (!text) return;
    event.target.reset();
    add('you', text);
    answering = setTimeout(() => add('bot', ANSWERS[said++ % ANSWERS.length]), 400);
  });
  document.querySelector('#close').addEventListener('click', () => {
    chat.hidden = true;
    open.hidden = false;
  });
  document.querySelector('#restart').addEventListener('click', begin);
  open.addEventListener('click', begin);
  begin();
})();
