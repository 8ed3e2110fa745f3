// One condition being made or changed: attribute, function, value (R60).
import { LitElement, html, nothing } from 'lit';
import { live } from 'lit-html/directives/live.js';
import { ATTRIBUTES, attribute, choices, flaw, operatorLabel, said, tidy } from './filters.js';
import { toInstant, toLocal } from './time.js';

class FilterDialog extends LitElement {
  static properties = {
    offset: { attribute: false },
    suggest: { attribute: false },
    condition: { state: true },
    edited: { state: true },
  };

  createRenderRoot() {
    return this;
  }

  /** Shows itself for a new condition, or for one that is there. */
  async open(edited) {
    this.condition = null; // forgets what was chosen before
    await this.updateComplete;
    this.edited = edited;
    this.condition = edited ?? { name: 'rating', operator: 'lte', value: '' };
    await this.updateComplete;
    this.querySelector('dialog').showModal();
  }

  close() {
    this.querySelector('dialog').close();
  }

  chooseAttribute({ target }) {
    const [operator] = attribute(target.value).functions;
    this.condition = { name: target.value, operator, value: '' };
  }

  chooseFunction({ target }) {
    const other = [this.condition.operator, target.value].includes('exists');
    this.condition = { ...this.condition, operator: target.value, value: other ? '' : this.typed() };
  }

  /** What the value's field has, as the API reads it. */
  typed() {
    const { type, value } = this.field;
    return tidy(this.condition, type === 'datetime-local' && value ? toInstant(value, this.offset) : value);
  }

  get field() {
    return this.querySelector('[name=value]');
  }

  apply(event) {
    event.preventDefault();
    const applied = { ...this.condition, value: this.typed() };
    this.field.setCustomValidity(flaw(applied));
    if (!this.field.reportValidity()) return;
    this.close();
    this.dispatchEvent(new CustomEvent('apply', { detail: { applied, edited: this.edited } }));
  }

  render() {
    return html`
      <dialog aria-labelledby="filter-title">
        ${this.condition ? html`
          <form novalidate @submit=${this.apply} @input=${() => this.field.setCustomValidity('')}>
            <h2 id="filter-title">${this.edited ? 'Change filter' : 'Add filter'}</h2>
            ${this.fields(this.condition)}
            <p class="row end">
              <button type="button" @click=${this.close}>Cancel</button>
              <button class="primary">Apply</button>
            </p>
          </form>` : nothing}
      </dialog>`;
  }

  fields(condition) {
    const { name, operator } = condition;
    const known = attribute(name);
    return html`
      <p class="field"><label for="filter-attribute">Attribute</label>
        <select id="filter-attribute" @change=${this.chooseAttribute}>
          ${ATTRIBUTES.map((each) => html`<option value=${each.name} .selected=${each.name === name}>${each.label}</option>`)}
        </select></p>
      <p class="field"><label for="filter-function">Function</label>
        <select id="filter-function" @change=${this.chooseFunction}>
          ${[...new Set([...known.functions, operator])].map((each) => html`<option value=${each} .selected=${each === operator}>${operatorLabel(each)}</option>`)}
        </select></p>
      <p class="field"><label for="filter-value">Value</label>${this.value(condition, known)}</p>`;
  }

  value({ name, operator, value }, { kind, values }) {
    if (operator === 'in') return this.text(name, value, 'Separate several by commas.');
    const options = operator === 'exists' || kind !== 'id' ? choices({ values }, operator) : [];
    if (options.length) {
      return html`<select id="filter-value" name="value">
        ${options.map((each) => html`<option value=${each} .selected=${each === value}>${said(each)}</option>`)}</select>`;
    }
    if (kind === 'score') {
      return html`<input id="filter-value" name="value" type="number" min="0" max="10" step="1" required .value=${live(value)}>`;
    }
    if (kind === 'time') {
      return html`<input id="filter-value" name="value" type="datetime-local" step="1" required aria-describedby="filter-hint"
        .value=${live(value && toLocal(value, this.offset))}><small id="filter-hint">In ${this.offset}, as the table.</small>`;
    }
    return this.text(name, value);
  }

  text(name, value, hint) {
    return html`
      <input id="filter-value" name="value" list="filter-known" maxlength="4000" autocomplete="off" required
        aria-describedby=${hint ? 'filter-hint' : nothing} .value=${live(value)}>
      ${hint ? html`<small id="filter-hint">${hint}</small>` : nothing}
      <datalist id="filter-known">${this.suggest(name).map((each) => html`<option value=${each}></option>`)}</datalist>`;
  }
}

customElements.define('filter-dialog', FilterDialog);
