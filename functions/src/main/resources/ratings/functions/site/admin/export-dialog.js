// "Export rows to CSV": says what will be exported, starts it, and shows how it goes until its file is there.
import { LitElement, html, nothing } from 'lit';
import { isOpen } from './export-state.js';
import { conditions, words } from './filters.js';
import { problem } from './problem.js';
import { href } from './router.js';
import { offset } from './time.js';

const FORMATS = { csv: 'CSV', jsonl: 'JSON lines' };
const EXTRAS = ['conversationId', 'messageId', 'scale', 'survey', 'prompt', 'resolved', 'reasons', 'lineId', 'botId', 'teammateId',
  'teammateName', 'team', 'language', 'source', 'askedAt', 'recordedAt', 'changedAt', 'locked', 'suspect', 'followUp'];

class ExportDialog extends LitElement {
  static properties = {
    api: { attribute: false },
    filter: { attribute: false },
    zone: { attribute: false },
    format: { state: true },
    job: { state: true },
    trouble: { state: true },
  };

  constructor() {
    super();
    this.format = 'csv';
  }

  createRenderRoot() {
    return this;
  }

  open() {
    this.querySelector('dialog').showModal();
  }

  /** The export itself goes on; the next one is another, which no late answer is for. */
  forget() {
    this.job = this.trouble = this.starting = null;
  }

  async start(event) {
    event.preventDefault();
    const columns = this.format === 'csv' ? new FormData(event.target).getAll('column') : [];
    if (this.starting) return;
    const starting = this.starting = {};
    this.trouble = null;
    try {
      const job = await this.api.post('/v1/exports', { filter: this.filter, timeZone: this.zone, columns, format: this.format });
      if (this.starting !== starting) return;
      this.job = job;
      await this.updateComplete;
      this.querySelector('export-state')?.focus(); // for the button goes
    } catch (error) {
      if (this.starting === starting) this.trouble = error;
    } finally {
      if (this.starting === starting) this.starting = null;
    }
  }

  render() {
    const { job } = this;
    return html`
      <dialog class="sheet" closedby="any" aria-labelledby="export-title" @close=${this.forget}>
        <header class="row spread">
          <h2 id="export-title">Export rows</h2>
          <form method="dialog"><button class="quiet" aria-label="Close">✕</button></form>
        </header>
        ${job ? html`<export-state class="panel" tabindex="-1" .api=${this.api} .job=${job} @changed=${({ detail }) => { this.job = detail; }}></export-state>` : nothing}
        ${job && isOpen(job) ? html`<a href=${href('exports')}>You may close this: it goes on under Exports</a>` : nothing}
        ${this.form()}
        ${this.trouble ? problem(this.trouble) : nothing}
      </dialog>`;
  }

  /** Unseen while there is nothing to choose, so that another try has the same choices. */
  form() {
    const label = offset(this.zone);
    const all = conditions(Object.entries(this.filter ?? {}));
    const { job, format } = this;
    return html`
      <form ?hidden=${job && (isOpen(job) || job.state === 'ready')} @submit=${this.start}>
        <p>${all.length ? 'Ratings where' : 'All ratings: no filter is set.'}</p>
        <ul class="conditions">${all.map((one) => html`<li>${words(one, label)}</li>`)}</ul>
        <fieldset class="row">
          <legend>Format</legend>
          ${Object.keys(FORMATS).map((name) => html`
            <label class="choice"><input type="radio" name="format" ?checked=${name === 'csv'} @change=${() => { this.format = name; }}> ${FORMATS[name]}</label>`)}
        </fieldset>
        ${format === 'csv'
          ? html`<p>The date column is <code>Date [${label}]</code>, as it is in ${this.zone} now.</p>`
          : html`<p>All that is known of a rating, one a line; times in UTC.</p>`}
        <details ?hidden=${format !== 'csv'}>
          <summary>More columns</summary>
          <div class="columns">${EXTRAS.map((name) => html`<label class="choice"><input type="checkbox" name="column" value=${name}> ${name}</label>`)}</div>
        </details>
        <p><button class="primary">${job ? 'Try again' : `Export rows to ${FORMATS[format]}`}</button></p>
      </form>`;
  }
}

customElements.define('export-dialog', ExportDialog);
