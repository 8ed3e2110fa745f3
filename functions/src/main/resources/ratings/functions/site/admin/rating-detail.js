// One rating whole, in a dialog over the list: what was said, by whom, what became of it, and what is done about it.
import { LitElement, html, nothing } from 'lit';
import { attribute } from './filters.js';
import { problem } from './problem.js';
import { href } from './router.js';
import { isLow, scoreWords } from './score.js';
import { written } from './time.js';
import { web } from './web.js';
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
    if (this.id && this.rating?.id === this.id && (changed.has('id') || changed.has('rating'))) this.found = this.rating;
    if (this.id && changed.has('id')) this.load();
  }

  updated() {
    const dialog = this.querySelector('dialog');
    if (this.id && !dialog.open) dialog.showModal();
    if (!this.id && dialog.open) dialog.close();
  }

  /** What the list has is shown, and asked for anew: somebody may have changed it. By the list, for a path cannot hold every id. */
  async load() {
    this.asking?.abort();
    this.trouble = null;
    if (this.found?.id !== this.id) this.found = null;
    const { signal } = this.asking = new AbortController();
    try {
      const query = new URLSearchParams({ conversationId: this.id, limit: 1 });
      const { items } = await this.api.get(`/v1/ratings?${query}`, { signal });
      signal.throwIfAborted();
      this.found = items.find(({ id }) => id === this.id);
      if (!this.found) throw new Error('There is no such rating. It may have been erased.');
      this.changed({ detail: this.found });
    } catch (error) {
      if (!signal.aborted) this.trouble = error;
    }
  }

  changed({ detail }) {
    if (detail.id === this.id) this.found = detail;
    this.requestUpdate();
    this.dispatchEvent(new CustomEvent('changed', { detail }));
  }

  /** Stays closed, whenever the address follows. */
  close() {
    if (!this.id) return;
    this.id = null;
    this.dispatchEvent(new CustomEvent('close'));
  }

  render() {
    const { found, trouble } = this;
    return html`
      <dialog class="sheet wide" closedby="any" aria-labelledby="rating-title" @close=${this.close}>
        <header class="row spread">
          <h2 id="rating-title" dir="auto">Rating${found?.userName ? html` by <bdi>${found.userName}</bdi>` : nothing}</h2>
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
          <follow-up .api=${this.api} .rating=${rating} .offset=${this.offset} @changed=${this.changed}></follow-up>
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
      ? html`<bdi>${userName}</bdi> <small>${userId}</small><br><a href=${href('ratings', new URLSearchParams({ userId }))}>All ratings of this user</a>`
      : userName;
  }

  chat({ chatHistoryUrl: address }) {
    const url = web(address);
    return url
      ? html`<a href=${url.href} target="_blank" rel="noopener noreferrer">Open the chat</a> <small>${url.host}, in a new tab</small>`
      : address;
  }
}

customElements.define('rating-detail', RatingDetail);
