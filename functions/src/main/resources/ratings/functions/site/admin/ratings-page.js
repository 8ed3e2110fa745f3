// Inbox > Ratings: the ratings of a workspace, filtered, in an order and a time zone that stand in the address (R57-R67).
import { LitElement, html, nothing } from 'lit';
import { conditions, filter, within } from './filters.js';
import { Listing } from './listing.js';
import { problem as told } from './problem.js';
import { table } from './ratings-table.js';
import { go, href, stay } from './router.js';
import { offset, ownZone, zoneOf, zones } from './time.js';
import './export-dialog.js';
import './filter-bar.js';
import './rating-detail.js';

class RatingsPage extends LitElement {
  static properties = { api: { attribute: false }, session: { attribute: false }, query: { attribute: false } };

  createRenderRoot() {
    return this;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.listing.stop();
  }

  /** What is only about how rows are shown asks for none anew. */
  willUpdate(changes) {
    const before = changes.get('query');
    if (before && !before.has('open')) this.opened = this.query.has('open');
    this.conditions = conditions(this.query);
    const asked = new URLSearchParams(filter(this.conditions));
    const { sort, limit } = Object.fromEntries(this.query);
    if (sort) asked.set('sort', sort);
    if (/^\d{1,3}$/.test(limit) && limit > 0 && limit <= 200) asked.set('limit', limit);
    if (`${asked}` !== this.asked) this.search(`${asked}`);
    // The rows of the question before stay until the first answer of this one.
    if (!this.shown || this.listing.begun || this.listing.problem) this.shown = this.listing;
  }

  search(asked = this.asked) {
    this.listing?.stop();
    this.asked = asked;
    this.listing = new Listing(this.api, asked, () => this.requestUpdate());
    this.listing.more();
  }

  changed(change) {
    const query = new URLSearchParams(this.query);
    for (const [name, value] of Object.entries(change)) value === null ? query.delete(name) : query.set(name, value);
    return query;
  }

  turn() {
    go('ratings', this.changed({ sort: this.query.get('sort') === 'recordedAt' ? null : 'recordedAt' }));
  }

  /** To where the rating was opened; from a link to it, to the list. */
  closed() {
    if (this.opened) history.back();
    else stay('ratings', this.changed({ open: null }));
  }

  async more() {
    const before = this.listing.rows.length;
    await this.listing.more();
    await this.updateComplete;
    if (document.activeElement === document.body) this.querySelectorAll('tbody tr')[before]?.querySelector('td a[href]').focus();
  }

  render() {
    const asked = this.query.get('timeZone');
    const known = asked && zoneOf(asked);
    const zone = known || ownZone();
    const view = { offset: offset(zone), query: this.query, busy: this.listing.busy, turn: () => this.turn() };
    const { rows, problem } = this.shown;
    const open = this.query.get('open');
    return html`
      <div class="row head">
        <h1>Ratings</h1>
        <button class="quiet" @click=${() => this.search()}>Refresh</button>
        ${this.zonePicker(zone)}${this.session.may('ratings/export') ? this.actions(zone) : nothing}
      </div>
      ${asked && !known ? html`<p class="problem" role="alert">There is no time zone ${asked}. Times are shown in ${zone}.</p>` : nothing}
      <filter-bar .query=${this.query} .conditions=${this.conditions} .offset=${view.offset} .rows=${rows} .errors=${problem?.errors ?? []}></filter-bar>
      <p role="status" class="muted">${this.status()}</p>
      <div class="listing">
        ${view.busy ? html`<progress aria-label="Loading"></progress>` : nothing}
        ${rows.length ? html`<div class="table">${table(rows, view)}</div>${this.end()}` : this.nothing()}
      </div>
      <rating-detail .api=${this.api} .session=${this.session} .rating=${rows.find(({ id }) => id === open) ?? null} .id=${open} .offset=${view.offset}
        @changed=${({ detail }) => this.shown.replace(detail)} @close=${this.closed}></rating-detail>`;
  }

  zonePicker(zone) {
    return html`
      <label class="row zone">Time zone
        <select @change=${({ target }) => go('ratings', this.changed({ timeZone: target.value }))}>
          ${[...new Set([zone, ...zones()])].map((each) => html`<option .selected=${each === zone}>${each}</option>`)}
        </select>
      </label>`;
  }

  actions(zone) {
    return html`
      <details class="menu" @focusout=${this.leaveMenu} @keydown=${this.leaveMenu}>
        <summary class="button">Select Action</summary>
        <div><button @click=${this.exportRows}>Export rows to CSV</button></div>
      </details>
      <export-dialog .api=${this.api} .filter=${filter(this.conditions)} .zone=${zone}></export-dialog>`;
  }

  /** By Escape, or when the focus goes elsewhere. */
  leaveMenu({ type, key, currentTarget: menu, relatedTarget: next }) {
    if (type === 'keydown' ? key !== 'Escape' : menu.contains(next)) return;
    menu.open = false;
    if (key) menu.querySelector('summary').focus();
  }

  exportRows() {
    const menu = this.querySelector('.menu');
    menu.querySelector('summary').focus();
    menu.open = false;
    this.querySelector('export-dialog').open();
  }

  /** How many there are is told only where all of them were seen. */
  status() {
    const { begun, busy, rows, next, problem } = this.listing;
    const many = (count) => `${count} ${count === 1 ? 'rating' : 'ratings'}`;
    if (!begun) return busy ? 'Loading…' : '';
    if (busy) return `Searching… ${many(rows.length)} so far`;
    if (!rows.length) return problem ? '' : next ? 'Nothing found so far' : 'No ratings';
    return next || problem ? `${many(rows.length)} shown, there are more` : `All ${many(rows.length)} shown`;
  }

  end() {
    const { busy, next, problem } = this.shown;
    if (problem) return told(problem, () => this.more());
    return next ? html`<button @click=${({ detail }) => detail > 1 || (busy ? this.listing.stop() : this.more())}>${busy ? 'Stop searching' : 'Show more'}</button>` : nothing;
  }

  nothing() {
    const { begun, busy, next, problem } = this.listing;
    const stop = html`<button @click=${() => this.listing.stop()}>Stop searching</button>`;
    if (problem) return html`<div class="empty"><h2>The ratings cannot be shown</h2>${told(problem, () => this.search())}</div>`;
    if (busy) return html`<div class="empty"><p>${begun ? 'Searching…' : 'Loading…'}</p>${begun ? stop : nothing}</div>`;
    if (next) {
      return html`
        <div class="empty"><h2>Nothing found so far</h2><p>Many ratings were looked at, and none matches. There are more.</p>
          <button class="primary" @click=${() => this.listing.more()}>Search on</button></div>`;
    }
    if (this.conditions.length) {
      return html`
        <div class="empty"><h2>No rating matches these filters</h2><p>Remove one of them, or begin anew.</p>
          <a class="button" href=${href('ratings', within(this.query, []))}>Clear all</a></div>`;
    }
    return html`
      <div class="empty"><h2>Nothing was rated yet</h2><p>What customers answer appears here. To ask them, embed the widget in your website.</p>
        ${this.session.may('ratings/settings') ? html`<a class="button primary" href=${href('widgets')}>Get the widget</a>` : nothing}</div>`;
  }
}

customElements.define('ratings-page', RatingsPage);
