// One rating whole, in a dialog over the list: what was said, by whom, what became of it, and what is done about it.
import { LitElement, html, nothing } from 'lit';
import { attribute } from './filters.js';
import { problem } from './problem.js';
import { href } from './router.js';
import { isLow, scoreWords } from './score.js';
import { written } from './time.js';
import './follow-up.js';

/** What is shown under the names that it has as a filter. */
const PLAIN = ['team', 'channel', 'widgetId', 'lineId', 'botId', 'language', 'survey', 'source', 'conversationId', 'messageId'];

/** What happened, in the order in which it did. */
const history = ({ askedAt, recordedAt, changedAt, locked, followUp }) => [
  [askedAt, 'Asked'],
  [recordedAt, 'Rated'],
  [changedAt, 'Changed'],
  [locked && (changedAt ?? recordedAt), 'Locked by feedback'],
  [followUp?.at, `Follow-up ${followUp?.state}`],
].filter(([at]) => at).sort(([a], [b]) => Date.parse(a) - Date.parse(b));

/** Opens while there is an id; closing is told, and whoever opened it takes the id away. */
class RatingDetail extends LitElement {
  static properties = {
    api: { attribute: false },
    id: { attribute: false },
    rating: { attribute: false },
    offset: { attribute: false },
    trouble: { state: true },
  };

  createRenderRoot() {
    return this;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.asking?.abort();
  }

  willUpdate(changed) {
    if (this.id && (changed.has('id') || changed.has('rating'))) this.take();
  }

  updated() {
    const dialog = this.querySelector('dialog');
    if (this.id && !dialog.open) dialog.showModal();
    if (!this.id && dialog.open) dialog.close();
  }

  /** What the list has; what it has not is asked for. Who closes and comes back finds what was begun. */
  take() {
    this.asking?.abort();
    if (this.rating?.id === this.id) this.found = this.rating;
    else if (this.found?.id !== this.id) this.load();
  }

  /** By the list, for a path cannot hold every id. */
  async load() {
    this.found = this.trouble = null;
    const { signal } = this.asking = new AbortController();
    try {
      const query = new URLSearchParams({ conversationId: this.id, limit: 1 });
      const { items } = await this.api.get(`/v1/ratings?${query}`, { signal });
      if (!items.length) throw new Error('There is no rating of this conversation. It may have been erased.');
      [this.found] = items;
      this.requestUpdate();
    } catch (error) {
      if (!signal.aborted) this.trouble = error;
    }
  }

  saved({ detail }) {
    this.found = detail;
    this.requestUpdate();
    this.dispatchEvent(new CustomEvent('changed', { detail }));
  }

  render() {
    const { found, trouble } = this;
    return html`
      <dialog class="sheet wide" closedby="any" aria-labelledby="rating-title" @close=${() => this.id && this.dispatchEvent(new CustomEvent('close'))}>
        <header class="row spread">
          <h2 id="rating-title" dir="auto">Rating${found?.userName ? ` by ${found.userName}` : nothing}</h2>
          <form method="dialog"><button class="quiet" aria-label="Close">✕</button></form>
        </header>
        ${found ? this.whole(found) : trouble ? problem(trouble, () => this.load()) : html`<p role="status">Loading …</p>`}
      </dialog>`;
  }

  whole(rating) {
    const low = isLow(rating);
    return html`
      <div class="rating">
        <div>
          <p class="score"><strong>${rating.score}</strong> ${scoreWords(rating)}${low ? html` <em>low</em>` : nothing}</p>
          ${rating.feedback === null ? html`<p class="muted">No feedback was left.</p>` : html`<blockquote dir="auto">${rating.feedback}</blockquote>`}
          ${rating.suspect ? html`<p class="note"><strong>Suspect:</strong> handed in sooner than people do, or another score came within seconds, as
            from a mail scanner that opens links. It counts all the same.</p>` : nothing}
          <follow-up .api=${this.api} .rating=${rating} .offset=${this.offset} @changed=${this.saved}></follow-up>
          <section>
            <h3>History <small>${this.offset}</small></h3>
            <ol class="timeline">${history(rating).map(([at, what]) => html`<li><time datetime=${at}>${written(at, this.offset)}</time> ${what}</li>`)}</ol>
          </section>
        </div>
        <dl class="facts">
          ${this.fact('User', this.user(rating))}
          ${this.fact('Chat', this.chat(rating))}
          ${this.fact('Issue resolved', { true: 'yes', false: 'no' }[rating.resolved])}
          ${this.fact('Reasons', rating.reasons.join(', '))}
          ${this.fact('Asked with', rating.prompt)}
          ${this.fact('Teammate', rating.teammateName ?? rating.teammateId)}
          ${PLAIN.map((name) => this.fact(attribute(name).label, rating[name]))}
          ${this.fact('Locked', rating.locked ? 'yes, feedback was left' : 'no')}
        </dl>
      </div>`;
  }

  fact(name, value) {
    return value ? html`<div><dt>${name}</dt><dd dir="auto">${value}</dd></div>` : nothing;
  }

  user({ userId, userName }) {
    return userId
      ? html`${userName} <small>${userId}</small><br><a href=${href('ratings', new URLSearchParams({ userId }))}>All ratings of this user</a>`
      : userName;
  }

  /** Only what leads to the web becomes a link: a text of a customer's never runs. */
  chat({ chatHistoryUrl: address }) {
    const url = URL.parse(address);
    return /^https?:$/.test(url?.protocol)
      ? html`<a href=${url.href} target="_blank" rel="noopener noreferrer">Open the chat</a> <small>${url.host}, in a new tab</small>`
      : address;
  }
}

customElements.define('rating-detail', RatingDetail);
