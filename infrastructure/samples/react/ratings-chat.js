// A chat that is rated when it is closed or restarted, in React 18 without a compiler.
const { createElement: h, useEffect, useState } = React;

// Until the widget's script is there, it is told later.
window.ratings ??= (...call) => (ratings.q ??= []).push(call);

function Chat({ customer, onClose }) {
  const [conversationId, setConversationId] = useState(newConversation);

  // Says what is rated; once this chat is gone, nobody rates it by another.
  useEffect(() => {
    ratings('session', { conversationId, userId: customer.id, userName: customer.name });
    return () => ratings('session', {});
  }, [conversationId, customer.id, customer.name]);

  // Both resolve always, also for who skips or has no network.
  const close = async () => {
    await ratings('ask', 'close');
    onClose();
  };
  const restart = async () => {
    await ratings('ask', 'restart');
    setConversationId(newConversation());
  };

  return h('section', { id: 'chat', 'aria-label': 'Chat' },
    h('button', { id: 'restart', onClick: restart }, 'Restart'),
    h('button', { id: 'close', onClick: close, 'aria-label': 'Close' }, '✕'),
    h('ol', { key: conversationId }, h('li', null, 'Hello! What can I do for you?')),
    // The widget's place: React keeps out of what it did not put there.
    h('div', { id: 'rating' }));
}

function App() {
  const [open, setOpen] = useState(true);
  return open
    ? h(Chat, { customer: { id: 'ada', name: 'Ada Lovelace' }, onClose: () => setOpen(false) })
    : h('button', { id: 'open', onClick: () => setOpen(true) }, 'Chat');
}

// Your chat's own ids, where it has any.
function newConversation() {
  return `chat-${crypto.getRandomValues(new Uint32Array(4)).join('-')}`;
}

ReactDOM.createRoot(document.querySelector('#app')).render(h(App));
