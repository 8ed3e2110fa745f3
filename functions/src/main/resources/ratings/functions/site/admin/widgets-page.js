// Settings > Collect ratings: each widget's toggle, and what the chosen one asks. A widget is a line of channel website.
import { LitElement, html, nothing } from 'lit';
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
    this.notes = {};
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

  keep({ document, version }) {
    const line = { ...document, version };
    this.widgets = this.widgets.map((other) => other.lineId === line.lineId ? line : other);
    return line;
  }

  /** Changes some settings and leaves the others, also those that no page knows; not if somebody else was faster. */
  async change({ lineId, own, version }, changes) {
    try {
      this.keep(await this.api.write(path(lineId), { ...own, ...changes }, { 'if-match': version }));
    } catch (trouble) {
      if (trouble.status === 412) {
        trouble.message = 'Nothing was saved: somebody else saved this widget meanwhile. Theirs is loaded; look, and save again.';
        await this.look(lineId);
      }
      throw trouble;
    }
  }

  /** At once, and over whatever else was saved meanwhile. */
  async toggle({ lineId }, input) {
    const on = input.checked;
    const note = (text) => this.notes = { ...this.notes, [lineId]: text };
    note('Saving…');
    try {
      await this.change(await this.look(lineId), { collectRatings: on });
      note(on ? 'Saved: visitors are asked.' : 'Saved: nobody is asked.');
    } catch ({ message }) {
      input.checked = !on;
      note(`Not saved. ${message}`);
    }
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
      form.previousElementSibling.focus();
      go('widgets', here(id));
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
            <widget-settings .line=${chosen} .apiUrl=${this.apiUrl} .toggle=${this.switch(chosen, 'Collect ratings')} .save=${(changes) => this.change(chosen, changes)}></widget-settings>`
            : this.query.has('widget') ? html`<p>This workspace has no such widget.</p>` : nothing}
        </div>` : nothing}`;
  }

  item(line) {
    const { lineId, own: { name } } = line;
    return html`
      <li>
        <a href=${href('widgets', here(lineId))} aria-current=${line === this.chosen}>${name} <small>${lineId}</small></a>
        ${this.switch(line, html`<span class="hidden">Collect ratings of ${name}</span>`)}
        <small role="status">${this.notes[lineId]}</small>
      </li>`;
  }

  switch(line, label) {
    return html`<label class="row">${label}<input type="checkbox" role="switch" .checked=${line.effective.collectRatings} @change=${({ target }) => this.toggle(line, target)}></label>`;
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
