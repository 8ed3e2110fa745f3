// What somebody changed of a widget and has not saved: only what they touched, `scale` or `requestText/de`, so that it goes
// over whatever others save meanwhile. Null is what the widget inherits.

export const ENDINGS = { customer: 'The visitor closes the chat (X)', restart: 'The visitor restarts it', teammate: 'A teammate closes it', timeout: 'It times out' };

/** The draft with one field, or one text or ending of it, as somebody wants it. */
export const touched = (draft, key, value) => {
  const kept = Object.entries(draft).filter(([other]) => other !== key && !(value === null && other.startsWith(`${key}/`)));
  return Object.fromEntries([...kept, [key, value]]);
};

/** The draft without what is saved by now; what was typed while that was under way stays. */
export const without = (draft, saved) => Object.fromEntries(Object.entries(draft).filter(([key, value]) => value !== saved[key]));

/** What would hold for a widget with the draft. */
export const drafted = ({ effective }, inherited, draft) => {
  const all = { ...effective };
  for (const [key, value] of Object.entries(draft)) {
    const [field, part] = key.split('/');
    if (!part) all[field] = value ?? inherited[field];
    else if (field === 'askAfter') all.askAfter = Object.keys(ENDINGS).filter((it) => it === part ? value : all.askAfter.includes(it));
    else all.requestText = { ...all.requestText, [part]: value };
  }
  return all;
};

/** Whether the widget's own limit of low ratings goes, for it means nothing on the scale of the draft. */
export const losesLimit = ({ own, effective }, { scale }) => own.lowRating?.threshold != null && scale !== effective.scale;

/** What a widget has of its own with the draft. */
export const ownWith = (line, inherited, draft) => {
  const all = drafted(line, inherited, draft);
  const own = { ...line.own };
  for (const [key, value] of Object.entries(draft)) {
    const [field] = key.split('/');
    own[field] = value === null ? null : all[field];
  }
  if (losesLimit(line, all)) own.lowRating = { ...own.lowRating, threshold: null };
  return own;
};
