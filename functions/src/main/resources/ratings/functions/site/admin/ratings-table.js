// Ratings as a table; on a phone, each of its rows is a card. Roles are said because a card's style takes them away.
import { html, nothing } from 'lit';
import { href } from './router.js';
import { scoreMark } from './score-mark.js';
import { written } from './time.js';
import { web } from './web.js';

const NONE = html`<span class="muted" aria-label="none">–</span>`;
const text = (value) => (value ? html`<bdi>${value}</bdi>` : NONE);
const id = (value) => (value ? html`<code>${value}</code>` : NONE);

const chat = ({ chatHistoryUrl: url, id: of }) => {
  if (!url) return NONE;
  return web(url)
    ? html`<a class="target" href=${url} target="_blank" rel="noopener noreferrer">Chat<span class="hidden"> of ${of}, in a new tab</span></a>`
    : html`<bdi>${url}</bdi>`;
};

const FLAGS = { open: ['⚑', 'Follow-up open'], done: ['✓', 'Followed up'] };

const flag = ({ followUp }) => {
  if (!followUp) return nothing;
  const [sign, said] = FLAGS[followUp.state];
  return html`<small class="flag ${followUp.state}" title=${followUp.note ?? said}><span aria-hidden="true">${sign}</span> ${said}</small>`;
};

const withOpen = (query, of) => {
  const opened = new URLSearchParams(query);
  opened.set('open', of);
  return opened;
};

const link = ({ id: of, messageId }, { query }) => html`
  <a class="target" href=${href('ratings', withOpen(query, of))}><span class="hidden">Open rating </span><code>${messageId ?? of}</code></a>`;

/** Every column: its head, the class of its cells, and what is in them. */
const COLUMNS = [
  ['Rating', 'scored', (row) => html`${scoreMark(row)}${flag(row)}`],
  ['Feedback', 'said', ({ feedback }) => (feedback ? html`<p class="clamped" dir="auto">${feedback}</p>` : NONE)],
  ['User', '', ({ userName }) => text(userName)],
  ['User ID', 'id', ({ userId }) => id(userId)],
  ['Channel', '', ({ channel }) => text(channel)],
  ['Widget ID', 'id', ({ widgetId }) => id(widgetId)],
  ['Teammate', '', ({ teammateName, teammateId }) => text(teammateName ?? teammateId)],
  ['Date', 'date number', ({ recordedAt }, { offset }) => html`<time datetime=${recordedAt}>${written(recordedAt, offset)}</time>`],
  ['Chat history link', 'chat', chat],
  ['ID', 'id', link],
];

/** The date's head is the CSV's, to the letter; a click turns the order. */
const dateHead = ({ offset, query, turn }) => html`
  <th role="columnheader" scope="col" class="sorted" aria-sort=${query.get('sort') === 'recordedAt' ? 'ascending' : 'descending'}>
    <button @click=${turn}>Date [${offset}]</button></th>`;

const cell = ([head, kind, show], row, view) => {
  const shown = show(row, view);
  return html`<td role="cell" class=${shown === NONE ? `${kind} lacking` : kind} data-head=${head === 'Date' ? `Date [${view.offset}]` : head}>${shown}</td>`;
};

/** Rows in an offset, below a head whose click turns the order. */
export const table = (rows, view) => html`
  <table role="table" aria-label="Ratings" aria-busy=${view.busy}>
    <thead role="rowgroup"><tr role="row">
      ${COLUMNS.map(([head]) => (head === 'Date' ? dateHead(view) : html`<th role="columnheader" scope="col">${head}</th>`))}
    </tr></thead>
    <tbody role="rowgroup">
      ${rows.map((row) => html`<tr role="row">
        ${COLUMNS.map((column) => cell(column, row, view))}
      </tr>`)}
    </tbody>
  </table>`;
