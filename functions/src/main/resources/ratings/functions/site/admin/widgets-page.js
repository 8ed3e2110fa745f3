// Settings > Collect ratings: each widget's toggle, and what the chosen one asks. A widget is a line of channel website.
import { LitElement, html, nothing } from 'lit';
import { live } from 'lit-html/directives/live.js';
import { ENDINGS, ownWith } from './draft.js';
import { problem } from './problem.js';
import { go, href } from './router.js';
import './widget-settings.js';

const path = (id) => `/v1/lines/${encodeURIComponent(id)}`;
const here = (id) => new URLSearchParams({ widget: id });
const suggested = (name) => name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');

class WidgetsPage extends LitElement {
  static properties = { api: {}, query: {}, apiUrl: {}, widgets: {}, notes: {}, wrong: {}, trouble: {} };

  constructor() {
    super();
    this.notes = new Map(); // what became of each widget's toggle
    this.writes = new Map(); // each widget's last
    this.wrong = {};
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.load();
  }

  async load() {
    this.trouble = null;
    try {
      const workspace = await this.api.get('/v1/settings');
      this.inherited = { ...workspace.effective, askAfter: workspace.own.askAfter ?? Object.keys(ENDINGS) };
      const lines = [];
      let cursor = '';
      do {
        const page = await this.api.get(`/v1/lines?cursor=${cursor}`);
        lines.push(...page.items);
        cursor = page.next;
      } while (cursor);
      this.widgets = lines.filter(({ own }) => own.channel === 'website');
    } catch (trouble) {
      this.trouble = trouble;
    }
  }

  /** The one that the address names, else the first. */
  get chosen() {
    const id = this.query.get('widget') ?? this.widgets?.[0]?.lineId;
    return this.widgets?.find(({ lineId }) => lineId === id);
  }

  willUpdate() {
    const { chosen } = this;
    if (!chosen || chosen.version || this.looking === chosen) return;
    this.looking = chosen;
    this.look(chosen.lineId).catch((trouble) => this.trouble = trouble);
  }

  async look(id) {
    return this.keep(await this.api.read(path(id)));
  }

  widget(id) {
    return this.widgets.find(({ lineId }) => lineId === id);
  }

  /** Keeps the newest; `since` is the version after which nobody but this page changed it, as far as it knows. */
  keep({ document, version }, over = version) {
    const known = this.widget(document.lineId);
    const line = { ...document, version, since: known.since && known.version === over ? known.since : version };
    this.widgets = this.widgets.map((other) => other === known ? line : other);
    return line;
  }

  /** One write of a widget after the other, each over what the one before left. */
  inTurn(id, write) {
    const turn = (this.writes.get(id) ?? Promise.resolve()).then(write);
    this.writes.set(id, turn.catch(() => {}));
    return turn;
  }

  /** Writes all settings, also those that no page knows; not if somebody else was faster. */
  async write({ lineId, version }, own, expected = version) {
    try {
      this.keep(await this.api.write(path(lineId), own, { 'if-match': expected }), version);
    } catch (trouble) {
      if (trouble.status === 412) {
        trouble.message = 'Nothing was saved: somebody else saved this widget meanwhile. Theirs is loaded; look, and save again.';
        trouble.since = (await this.look(lineId)).since;
      }
      throw trouble;
    }
  }

  /** Saves a draft, unless somebody else changed the widget since it was begun. */
  save(id, draft, since) {
    return this.inTurn(id, () => {
      const line = this.widget(id);
      return this.write(line, ownWith(line, this.inherited, draft), line.since === since ? line.version : since);
    });
  }

  note(id, text, on) {
    const note = { text, on };
    this.notes = new Map(this.notes).set(id, note);
    return note;
  }

  /** At once, and over whatever else was saved meanwhile. */
  async toggle(id, on) {
    const mine = this.note(id, 'Saving…', on);
    const said = await this.inTurn(id, async () => {
      const line = await this.look(id);
      await this.write(line, { ...line.own, collectRatings: on });
      return on ? 'Saved: visitors are asked.' : 'Saved: nobody is asked.';
    }).catch(({ message, errors = [] }) => ['Not saved.', message, ...errors.map(({ detail }) => detail)].join(' '));
    if (this.notes.get(id) === mine) this.note(id, said);
  }

  suggest({ target, currentTarget: { elements: { name, id } } }) {
    if (target === id) this.typed = id.value;
    if (!this.typed) id.value = suggested(name.value);
  }

  async make(event) {
    event.preventDefault();
    const form = event.target;
    const { name, id } = Object.fromEntries(new FormData(form));
    try {
      const { document } = await this.api.write(path(id), { channel: 'website', name }, { 'if-none-match': '*' });
      this.widgets = [...this.widgets, document];
      this.wrong = {};
      this.typed = '';
      form.reset();
      form.parentElement.open = false;
      go('widgets', here(id));
      await this.updateComplete;
      this.querySelector('li:last-child a').focus();
      this.note(id, 'Made.');
    } catch ({ status, message, errors }) {
      const name = errors.find(({ pointer }) => pointer === '/name')?.detail;
      this.wrong = name ? { name } : { id: status === 412 ? 'This workspace has a line of this id.' : message };
      form.elements[name ? 'name' : 'id'].focus();
    }
  }

  render() {
    const { widgets, chosen, trouble } = this;
    return html`
      <h1>Collect ratings</h1>
      ${trouble ? problem(trouble, () => this.load()) : nothing}
      ${widgets ? html`
        <div class="widgets">
          <section aria-label="Widgets">
            ${widgets.length ? nothing : html`<p>There is no widget yet. Make the first one.</p>`}
            <ul>${widgets.map((line) => this.item(line))}</ul>
            <details ?open=${!widgets.length}><summary class="button">New widget</summary>${this.form()}</details>
          </section>
          ${chosen ? html`
            <widget-settings .line=${chosen} .apiUrl=${this.apiUrl} .inherited=${this.inherited} .toggle=${this.switch(chosen, 'Collect ratings')} .save=${(...draft) => this.save(chosen.lineId, ...draft)}></widget-settings>`
            : this.query.has('widget') ? html`<p>This workspace has no such widget.</p>` : nothing}
        </div>` : nothing}`;
  }

  item(line) {
    const { lineId, own: { name } } = line;
    return html`
      <li>
        <a href=${href('widgets', here(lineId))} aria-current=${line === this.chosen}><bdi>${name}</bdi> <small>${lineId}</small></a>
        ${this.switch(line, html`<span class="hidden">Collect ratings of ${name}</span>`)}
        <small role="status">${this.notes.get(lineId)?.text}</small>
      </li>`;
  }

  switch({ lineId, effective }, label) {
    const on = this.notes.get(lineId)?.on ?? effective.collectRatings;
    return html`<label class="row">${label}<input type="checkbox" role="switch" .checked=${live(on)} @change=${({ target }) => this.toggle(lineId, target.checked)}></label>`;
  }

  form() {
    const field = (name, label, hint) => html`
      <div class="field">
        <label for=${name}>${label}</label>
        <input id=${name} name=${name} required autocomplete="off" aria-invalid=${name in this.wrong} aria-describedby="${name}-hint">
        <small id="${name}-hint">${this.wrong[name] ?? hint}</small>
      </div>`;
    return html`
      <form class="panel" @submit=${this.make} @input=${this.suggest}>
        ${field('name', 'Name', 'For your team, as Shop website')}
        ${field('id', 'Id', 'For your pages; nobody else can ever have it')}
        <button class="primary">Make widget</button>
      </form>`;
  }
}

customElements.define('widgets-page', WidgetsPage);
