// How one export stands: asks as long as it runs, and offers what can be done about it.
import { LitElement, html, nothing } from 'lit';
import { problem } from './problem.js';

const EACH_MS = 2000;
const AT_MOST_MS = 30_000;
const WORDS = { queued: 'Waiting', running: 'Running', ready: 'Ready', failed: 'Failed', cancelled: 'Cancelled' };

export const isOpen = ({ endedAt }) => !endedAt;

/** 12,480 rows, 3.1 MB */
const amount = ({ rowsWritten: rows, bytes }) =>
  `${rows.toLocaleString('en')} row${rows === 1 ? '' : 's'}, ${bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`}`;

class ExportState extends LitElement {
  static properties = {
    api: { attribute: false },
    job: { attribute: false },
    named: { attribute: false },
    trouble: { state: true },
  };

  createRenderRoot() {
    return this;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.timer);
    this.asking?.abort();
  }

  /** One question at a time: the next one follows an answer, whatever that was. */
  updated(changed) {
    if (!changed.has('job') && !changed.has('trouble')) return;
    clearTimeout(this.timer);
    this.wait = this.trouble ? Math.min(2 * this.wait, AT_MOST_MS) : EACH_MS;
    if (isOpen(this.job) && !this.isRefused()) this.timer = setTimeout(() => this.ask(), this.wait);
  }

  /** Whoever asks the same again is refused again. */
  isRefused() {
    const { status } = this.trouble ?? {};
    return status >= 400 && status < 500 && status !== 429;
  }

  async attempt(something) {
    const { signal } = this.asking = new AbortController();
    try {
      await something(`/v1/exports/${encodeURIComponent(this.job.id)}`, signal);
      this.trouble = null;
    } catch (error) {
      if (!signal.aborted) this.trouble = error;
    }
  }

  ask() {
    return this.attempt(async (path, signal) => {
      const job = await this.api.get(path, { signal });
      signal.throwIfAborted();
      this.job = job;
      this.dispatchEvent(new CustomEvent('changed', { detail: this.job }));
    });
  }

  async cancel() {
    await this.attempt((path) => this.api.delete(path));
    this.focus(); // for its button goes
    if (!this.trouble) await this.ask();
  }

  /** By a link that is made at the click, for it lives for five minutes. */
  download() {
    return this.attempt(async (path) => {
      const { url } = await this.api.get(`${path}/file?as=json`);
      Object.assign(document.createElement('a'), { href: url, download: '' }).click();
    });
  }

  render() {
    const { state, percent, reason } = this.job;
    const running = state === 'running';
    return html`
      <p role="status"><strong>${WORDS[state]}</strong>${reason ? `: ${reason}` : state === 'ready' ? `: ${amount(this.job)}` : nothing}</p>
      ${isOpen(this.job) ? html`<progress max="100" value=${running ? percent : nothing} aria-label="Progress"></progress>` : nothing}
      ${running ? html`<p class="number">${percent} %, ${amount(this.job)}</p>` : nothing}
      ${this.trouble ? problem(this.trouble, isOpen(this.job) && this.isRefused() && (() => { this.focus(); this.ask(); })) : nothing}
      ${isOpen(this.job) ? this.button('Cancel', this.cancel) : state === 'ready' ? this.button('Download', this.download) : nothing}`;
  }

  /** The same one, be it for this or that: the focus stays. */
  button(label, act) {
    return html`<button aria-label=${this.named ? `${label} ${this.named}` : nothing} @click=${act}>${label}</button>`;
  }
}

customElements.define('export-state', ExportState);
