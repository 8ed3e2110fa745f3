// What ratings can be filtered by: attribute, function and value, as GET /v1/ratings has them, and in words.
import { written } from './time.js';

const WORDS = {
  eq: 'is',
  ne: 'is not',
  in: 'is one of',
  lt: 'is less than',
  lte: 'is at most',
  gt: 'is more than',
  gte: 'is at least',
  contains: 'contains',
  starts: 'starts with',
  before: 'is before',
  after: 'is after',
  exists: 'is there',
};

/** The functions offered for each kind of attribute, the most likely first; a link may have eq and ne of any. */
const KINDS = {
  id: ['eq', 'ne', 'in', 'exists'],
  label: ['eq', 'contains', 'starts', 'ne', 'in', 'exists'],
  text: ['contains', 'starts', 'eq', 'ne', 'exists'],
  score: ['lte', 'gte', 'eq', 'ne', 'in', 'lt', 'gt', 'exists'],
  flag: ['eq', 'ne', 'exists'],
  time: ['after', 'before', 'exists'],
  choice: ['eq', 'ne', 'in', 'exists'],
};

/** Every attribute, in the order in which people look for them: what the table shows, then the rest. */
export const ATTRIBUTES = [
  ['rating', 'Rating', 'score'],
  ['feedback', 'Feedback', 'text'],
  ['userId', 'User ID', 'id'],
  ['userName', 'User name', 'text'],
  ['channel', 'Channel', 'id', ['website', 'email', 'telegram', 'whatsapp', 'instagram', 'facebook', 'viber', 'rtm']],
  ['widgetId', 'Widget ID', 'id'],
  ['recordedAt', 'Recorded at', 'time'],
  ['teammateName', 'Teammate', 'text'],
  ['teammateId', 'Teammate ID', 'id'],
  ['team', 'Team', 'label'],
  ['lineId', 'Line', 'id'],
  ['botId', 'Bot', 'id'],
  ['scale', 'Scale', 'choice', ['stars5', 'faces5', 'thumbs', 'nps']],
  ['survey', 'Survey', 'label'],
  ['resolved', 'Issue resolved', 'flag', ['true', 'false']],
  ['reason', 'Reason', 'label'],
  ['followUp', 'Follow-up', 'choice', ['open', 'done']],
  ['source', 'Came by', 'choice', ['widget', 'page', 'platform', 'api', 'import']],
  ['language', 'Language', 'id'],
  ['locked', 'Locked', 'flag', ['true', 'false']],
  ['askedAt', 'Asked at', 'time'],
  ['conversationId', 'Conversation', 'id'],
  ['messageId', 'Message ID', 'id'],
].map(([name, label, kind, values = []]) => ({ name, label, kind, values, functions: KINDS[kind] }));

export const attribute = (name) => ATTRIBUTES.find((known) => known.name === name);

/** What a value may be of, where it is a choice; yes and no for whether there is one. */
export const choices = ({ values }, operator) => (operator === 'exists' ? ['true', 'false'] : values);

const parse = (key) => /^(?<name>\w+)(?:\[(?<operator>\w+)\])?$/.exec(key)?.groups;

/**
 * The conditions that stand in a query, or in the filter of an export; what is none, or blank, is left out. Of the same
 * attribute and function, the last one counts.
 */
export const conditions = (entries) => {
  const found = [...entries].flatMap(([key, value]) => {
    const { name, operator = 'eq' } = parse(key) ?? {};
    return attribute(name) && ['eq', 'ne', ...attribute(name).functions].includes(operator) && value.trim() ? [{ name, operator, value }] : [];
  });
  return [...new Map(found.map((one) => [key(one), one])).values()];
};

/** What a condition is called by in a query. */
export const key = ({ name, operator }) => (operator === 'eq' ? name : `${name}[${operator}]`);

/** As the list's query and an export's filter name them. */
export const filter = (all) => Object.fromEntries(all.map((one) => [key(one), one.value]));

/** The query of a list with other conditions, and all else as it was. */
export const within = (query, all) => new URLSearchParams([
  ...Object.entries(filter(all)),
  ...['sort', 'timeZone', 'limit'].filter((name) => query.has(name)).map((name) => [name, query.get(name)]),
]);

const CHECKS = {
  score: [(value) => /^\d{1,2}$/.test(value) && value <= 10, 'a whole number from 0 to 10'],
  id: [(value) => /^\S{1,256}$/.test(value), 'without white space, and not longer than 256 characters'],
  time: [(value) => !Number.isNaN(Date.parse(value)), 'a date and a time'],
};

/** A value as people type it, as the API reads it. */
export const tidy = ({ operator }, value) =>
  (operator === 'in' ? value.split(',').map((one) => one.trim()).filter(Boolean).join(',') : value.trim());

/** What is wrong with a condition's value, in words; nothing where all is well. */
export const flaw = ({ name, operator, value }) => {
  const { kind, values } = attribute(name);
  if (!value) return 'Fill in a value.';
  if (operator === 'exists') return '';
  const [isRight, expected] = kind === 'choice' ? [(one) => values.includes(one), `one of ${values.join(', ')}`] : CHECKS[kind] ?? [() => true];
  return (operator === 'in' ? value.split(',') : [value]).every(isRight) ? '' : `It must be ${expected}.`;
};

/** A value that is a yes or no, in words. */
export const said = (value) => (value === 'true' ? 'yes' : value === 'false' ? 'no' : value);

/** A condition in words, its times in the offset of the table. */
export const words = ({ name, operator, value }, offset) => {
  const { label, kind } = attribute(name);
  if (operator === 'exists') return `${label} ${value === 'true' ? 'is there' : 'is empty'}`;
  const shown = kind === 'time' ? written(value, offset) : operator === 'in' ? value.split(',').join(', ') : kind === 'flag' ? said(value) : value;
  return `${label} ${WORDS[operator]} ${shown}`;
};

export const operatorLabel = (operator) => WORDS[operator];
