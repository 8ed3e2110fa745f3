// What one widget asks and when, how that looks, and how it comes into a page.
import { LitElement, html, nothing } from 'lit';
import { live } from 'lit-html/directives/live.js';
import { problem } from './problem.js';

const SCALES = { stars5: 'Stars', faces5: 'Faces', thumbs: 'Thumbs', nps: '0 to 10' };
const AFTER = { askFeedback: 'What could be better?', askResolved: 'Was your issue resolved?' };
const ENDINGS = { customer: 'The visitor closes the chat (X)', restart: 'The visitor restarts it', teammate: 'A teammate closes it', timeout: 'It times out' };
const languages = new Intl.DisplayNames('en', { type: 'language' });
const quoted = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

class WidgetSettings extends LitElement {
  static properties = { line: {}, apiUrl: {}, toggle: {}, save: {}, drafts: {}, said: {}, copied: {}, language: {} };

  constructor() {
    super();
    this.drafts = {}; // what is not saved yet, by widget
  }

  createRenderRoot() {
    return this;
  }

  get draft() {
    return this.drafts[this.line.lineId] ?? {};
  }

  set draft(draft) {
    this.drafts = { ...this.drafts, [this.line.lineId]: draft };
  }

  willUpdate(changed) {
    if (changed.has('line') && changed.get('line')?.lineId !== this.line.lineId) this.said = this.copied = null;
    const { line, draft } = this;
    this.settings = { ...line.effective, ...draft };
    const { requestText } = this.settings;
    if (!(this.language in requestText)) this.language = 'en' in requestText ? 'en' : Object.keys(requestText)[0];
  }

  updated() {
    this.preview();
  }

  /** Its frame has no origin, so that it can store nothing; what it is told is no secret. */
  preview(loaded) {
    const shown = JSON.stringify({ ...this.settings, language: this.language });
    if (!loaded && shown === this.shown) return;
    this.shown = shown;
    this.querySelector('iframe').contentWindow.postMessage(shown, '*');
  }

  change(field, value) {
    this.said = null;
    this.draft = { ...this.draft, [field]: value };
  }

  async submit(event) {
    event.preventDefault();
    const { line } = this;
    this.said = { text: 'Saving…' };
    try {
      await this.save(this.draft);
      this.said = { text: 'Saved.' };
      this.drafts = { ...this.drafts, [line.lineId]: {} };
    } catch (trouble) {
      this.said = trouble;
    }
  }

  async copy() {
    const text = this.querySelector('textarea');
    try {
      await navigator.clipboard.writeText(text.value);
      this.copied = 'Copied.';
    } catch {
      text.select();
      this.copied = 'Selected: copy it with your keyboard.';
    }
  }

  render() {
    const { line, apiUrl, toggle, said, settings: { scale, requestText, askAfter, allowedOrigins, ...settings } } = this;
    const check = (on, label, change) => html`<label class="row"><input type="checkbox" .checked=${live(on)} @change=${({ target }) => change(target.checked)}>${label}</label>`;
    const texts = Object.entries(requestText);
    return html`
      <form class="panel" @submit=${this.submit}>
        <div class="row spread"><h2>${line.own.name}</h2>${toggle}</div>
        ${this.group('Scale', ['scale'], html`
          <div class="row">${Object.entries(SCALES).map(([value, label]) => html`
            <label class="row"><input type="radio" name="scale" .checked=${live(scale === value)} @change=${() => this.change('scale', value)}>${label}</label>`)}</div>
          <small>Thumbs get more answers, more steps say more.</small>`)}
        ${this.group('Question', ['requestText'], texts.map(([tag, text]) => html`
          <label class="field">${languages.of(tag)}
            <input lang=${tag} dir="auto" .value=${live(text)} @input=${({ target }) => this.change('requestText', { ...requestText, [tag]: target.value })}></label>`))}
        ${this.group('Then ask', Object.keys(AFTER), Object.entries(AFTER).map(([field, label]) => check(settings[field], label, (on) => this.change(field, on))))}
        ${this.group('Ask when', ['askAfter'], Object.entries(ENDINGS).map(([ending, label]) => check(askAfter.includes(ending), label, (on) =>
          this.change('askAfter', Object.keys(ENDINGS).filter((it) => it === ending ? on : askAfter.includes(it))))))}
        ${said?.message ? problem(said) : nothing}
        <div class="row">
          <button class="primary" ?disabled=${!line.version}>Save</button>
          <span role="status">${said?.text ?? (Object.keys(this.draft).length ? 'Not saved yet.' : '')}</span>
        </div>
      </form>
      <div>
        <section class="panel">
          <div class="row spread"><h2>Preview</h2>
            ${texts.length > 1 ? html`<select aria-label="Language" @change=${({ target }) => this.language = target.value}>
              ${texts.map(([tag]) => html`<option value=${tag} ?selected=${tag === this.language}>${languages.of(tag)}</option>`)}</select>` : nothing}</div>
          <iframe src="/admin/preview" title="Preview of the widget" @load=${this.preview}></iframe>
          <small>Preview: nothing is stored. It shows what is not saved, too.</small>
        </section>
        <section class="panel">
          <h2 id="embed">Put it on your website</h2>
          <textarea readonly rows="6" spellcheck="false" aria-labelledby="embed" .value=${`<script async src="${location.origin}/widget/ratings.js" data-api="${apiUrl}" data-widget="${quoted(line.lineId)}"
        data-inside="#chat" data-close="#close" data-restart="#restart"></script>`}></textarea>
          <div class="row"><button @click=${this.copy}>Copy</button><span role="status">${this.copied}</span></div>
          <small>A click on what <code>data-close</code> or <code>data-restart</code> selects asks first, in the element that <code>data-inside</code> selects,
            and goes on once the visitor has answered or skipped.${allowedOrigins.length ? ` Only pages of ${allowedOrigins.join(', ')} may use it.` : nothing}</small>
        </section>
      </div>`;
  }

  /** Fields that belong together, and where their values come from. */
  group(legend, fields, content) {
    const own = fields.some((field) => field in this.line.own || field in this.draft);
    return html`<fieldset><legend>${legend} <small>${own ? 'set here' : 'inherited'}</small></legend>${content}</fieldset>`;
  }
}

customElements.define('widget-settings', WidgetSettings);
