// The exports of the last days, whoever started them, and how they stand.
import { LitElement, html, nothing } from 'lit';
import { conditions, words } from './filters.js';
import { problem } from './problem.js';
import { href } from './router.js';
import { offset, ownZone, written } from './time.js';
import './export-state.js';

class ExportsPage extends LitElement {
  static properties = {
    api: { attribute: false },
    items: { state: true },
    trouble: { state: true },
  };

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.offset = offset(ownZone());
    this.heads = [`When [${this.offset}]`, 'By', 'Rows of', 'Format', 'State'];
    this.load();
  }

  async load() {
    this.trouble = null;
    try {
      ({ items: this.items } = await this.api.get('/v1/exports'));
    } catch (error) {
      this.trouble = error;
    }
  }

  render() {
    return html`
      <header>
        <div class="row spread"><h1>Exports</h1><button class="quiet" @click=${this.load}>Refresh</button></div>
        <p class="muted">Everybody's exports of the last seven days, the newest 50.</p>
      </header>
      ${this.trouble ? problem(this.trouble, () => this.load()) : this.items ? this.list() : html`<p role="status">Loading …</p>`}`;
  }

  list() {
    if (!this.items.length) {
      return html`
        <section class="empty">
          <h2>No exports yet</h2>
          <p>Filter the ratings, then <strong>Select Action</strong> and <strong>Export rows to CSV</strong>.</p>
          <a class="button" href=${href('ratings')}>Go to the ratings</a>
        </section>`;
    }
    return html`
      <div class="table cards">
        <table role="table" aria-label="Exports">
          <thead role="rowgroup"><tr role="row">${this.heads.map((head) => html`<th role="columnheader">${head}</th>`)}</tr></thead>
          <tbody role="rowgroup">${this.items.map((job) => this.row(job))}</tbody>
        </table>
      </div>`;
  }

  row(job) {
    const when = written(job.createdAt, this.offset);
    const cells = [
      html`<time datetime=${job.createdAt}>${when}</time>`,
      job.by,
      html`<a href=${href('ratings', new URLSearchParams(job.filter))}>${this.words(job.filter)}</a>`,
      `${job.format.toUpperCase()}${job.columns.map((name) => `, ${name}`).join('')}`,
      html`<export-state tabindex="-1" .api=${this.api} .job=${job} .named=${`the export of ${when}`}></export-state>`,
    ];
    return html`<tr role="row">${cells.map((cell, i) => html`<td role="cell" data-head=${this.heads[i]}>${cell}</td>`)}</tr>`;
  }

  /** What these pages do not offer, an API's client may have asked for. */
  words(filter) {
    const said = Object.entries(filter).map((entry) => {
      const [known] = conditions([entry]);
      return known ? words(known, this.offset) : entry.join(' ');
    });
    return said.join(', ') || 'All ratings';
  }
}

customElements.define('exports-page', ExportsPage);
