// What one widget asks and when, how that looks, and how it comes into a page.
import { LitElement, html, nothing } from 'lit';
import { live } from 'lit-html/directives/live.js';
import { ENDINGS, drafted, losesLimit, touched, without } from './draft.js';
import { problem } from './problem.js';

const SCALES = { stars5: 'Stars', faces5: 'Faces', thumbs: 'Thumbs', nps: '0 to 10' };
const AFTER = { askFeedback: 'What could be better?', askResolved: 'Was your issue resolved?' };
const languages = new Intl.DisplayNames('en', { type: 'language' });
const quoted = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

class WidgetSettings extends LitElement {
  static properties = { line: {}, apiUrl: {}, inherited: {}, toggle: {}, save: {}, drafts: {}, outcomes: {}, copied: {}, language: {} };

  constructor() {
    super();
    this.drafts = new Map(); // what is not saved yet, by widget, and the version that it goes over
    this.outcomes = new Map(); // what became of saving it
  }

  createRenderRoot() {
    return this;
  }

  get draft() {
    return this.drafts.get(this.line.lineId)?.draft ?? {};
  }

  keep(id, draft, since) {
    this.drafts = new Map(this.drafts).set(id, { draft, since });
  }

  say(id, outcome) {
    this.outcomes = new Map(this.outcomes).set(id, outcome);
  }

  willUpdate(changed) {
    if (changed.has('line') && changed.get('line')?.lineId !== this.line.lineId) this.copied = null;
    this.settings = drafted(this.line, this.inherited, this.draft);
    const { requestText } = this.settings;
    if (!(this.language in requestText)) this.language = 'en' in requestText ? 'en' : Object.keys(requestText)[0];
  }

  updated() {
    this.preview();
  }

  /** Its frame has no origin, so that it can store nothing; what it is told is no secret. */
  preview(loaded) {
    const texts = Object.entries(this.settings.requestText).filter(([, text]) => text.trim());
    const requestText = texts.length ? Object.fromEntries(texts) : this.inherited.requestText;
    const language = this.language in requestText ? this.language : Object.keys(requestText)[0];
    const shown = JSON.stringify({ ...this.settings, requestText, language });
    if (!loaded && shown === this.shown) return;
    this.shown = shown;
    this.querySelector('iframe').contentWindow.postMessage(shown, '*');
  }

  change(key, value) {
    const { lineId, since } = this.line;
    if (!this.outcomes.get(lineId)?.saving) this.say(lineId);
    this.keep(lineId, touched(this.draft, key, value), this.drafts.get(lineId)?.since ?? since);
  }

  /** The button goes, so that the focus goes to what it changed. */
  async inherit({ target }, fields) {
    const group = target.closest('fieldset');
    fields.forEach((field) => this.change(field, null));
    await this.updateComplete;
    (group.querySelector(':checked') ?? group.querySelector('input')).focus();
  }

  async submit(event) {
    event.preventDefault();
    const { line: { lineId }, draft: sent } = this;
    if (this.outcomes.get(lineId)?.saving) return;
    const since = this.drafts.get(lineId)?.since ?? this.line.since;
    const now = () => this.drafts.get(lineId)?.draft ?? {};
    this.say(lineId, { saving: true, text: 'Saving…' });
    try {
      await this.save(sent, since);
      const left = without(now(), sent);
      const more = Object.keys(left).length;
      this.keep(lineId, left, more ? since : null);
      this.say(lineId, { text: more ? 'Saved, but not what changed since.' : 'Saved.' });
    } catch (trouble) {
      this.keep(lineId, now(), trouble.since ?? since);
      this.say(lineId, trouble);
    }
  }

  async copy() {
    const text = this.querySelector('textarea');
    this.copied = null;
    try {
      await navigator.clipboard.writeText(text.value);
      this.copied = 'Copied.';
    } catch {
      await this.updateComplete; // what is said again is announced again
      text.focus();
      text.select();
      this.copied = 'Selected: copy it with your keyboard.';
    }
  }

  render() {
    const { line, apiUrl, toggle, draft, settings: { scale, requestText, askAfter, allowedOrigins, ...settings } } = this;
    const check = (on, label, change) => html`<label class="row"><input type="checkbox" .checked=${live(on)} @change=${({ target }) => change(target.checked)}>${label}</label>`;
    const texts = Object.entries(requestText);
    const said = this.outcomes.get(line.lineId);
    return html`
      <form class="panel" @submit=${this.submit}>
        <div class="row spread"><h2>${line.own.name}</h2>${toggle}</div>
        ${this.group('Scale', ['scale'], html`
          <div class="row">${Object.entries(SCALES).map(([value, label]) => html`
            <label class="row"><input type="radio" name="scale" .checked=${live(scale === value)} @change=${() => this.change('scale', value)}>${label}</label>`)}</div>
          <small>Thumbs get more answers, more steps say more.${losesLimit(line, this.settings) ? ' This widget’s own limit of low ratings goes with its scale.' : nothing}</small>`)}
        ${this.group('Question', ['requestText'], html`${texts.map(([tag, text]) => html`
          <label class="field">${languages.of(tag)}
            <input lang=${tag} dir="auto" .value=${live(text)} @input=${({ target }) => this.change(`requestText/${tag}`, target.value)}></label>`)}
          ${texts.every(([, text]) => text.trim()) ? nothing : html`<small>An empty question goes; where none is left, the inherited one is asked.</small>`}`)}
        ${this.group('Then ask', Object.keys(AFTER), Object.entries(AFTER).map(([field, label]) => check(settings[field], label, (on) => this.change(field, on))))}
        ${this.group('Ask when', ['askAfter'], Object.entries(ENDINGS).map(([ending, label]) => check(askAfter.includes(ending), label, (on) => this.change(`askAfter/${ending}`, on))))}
        ${said?.message ? problem(said) : nothing}
        <div class="row">
          <button class="primary" ?disabled=${!line.version}>Save</button>
          <span role="status">${said?.text ?? (Object.keys(draft).length ? 'Not saved yet.' : '')}</span>
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
          <textarea readonly rows="6" spellcheck="false" aria-labelledby="embed" .value=${`<script async src="${location.origin}/widget/ratings.js" data-api="${apiUrl}" data-widget="${quoted(line.lineId)}"\n        data-inside="#chat" data-close="#close" data-restart="#restart"></script>`}></textarea>
          <div class="row"><button @click=${this.copy}>Copy</button><span role="status">${this.copied}</span></div>
          <small>A click on what <code>data-close</code> or <code>data-restart</code> selects asks first, in the element that <code>data-inside</code> selects,
            and goes on once the visitor has answered or skipped.${allowedOrigins.length ? ` Only pages of ${allowedOrigins.join(', ')} may use it.` : nothing}</small>
        </section>
      </div>`;
  }

  /** Fields that belong together, and where their values come from. */
  group(legend, fields, content) {
    const { line, draft } = this;
    const own = fields.some((field) => {
      const last = Object.keys(draft).findLast((key) => key.split('/')[0] === field);
      return last ? draft[last] !== null : field in line.own;
    });
    return html`
      <fieldset>
        <legend>${legend} <small>${own ? 'set here' : 'inherited'}</small></legend>
        ${own ? html`<button type="button" class="quiet" @click=${(event) => this.inherit(event, fields)}>Use inherited</button>` : nothing}
        ${content}
      </fieldset>`;
  }
}

customElements.define('widget-settings', WidgetSettings);
