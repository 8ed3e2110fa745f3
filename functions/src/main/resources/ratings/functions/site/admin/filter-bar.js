// The filters that are in force, as chips; those that are wanted most, as links; and the way to any other.
import { LitElement, html, nothing } from 'lit';
import { attribute, filter, key, within, words } from './filters.js';
import { go, href } from './router.js';
import { isLow } from './score.js';
import './filter-dialog.js';

const SCORES = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0];
const highestLow = (scale) => SCORES.find((score) => isLow({ score, scale }));

const OF_FIVE = { name: 'scale', operator: 'in', value: 'stars5,faces5' };

const same = (one, other) => one && key(one) === key(other);

class FilterBar extends LitElement {
  static properties = {
    query: { attribute: false },
    conditions: { attribute: false },
    offset: { attribute: false },
    rows: { attribute: false },
    errors: { attribute: false },
  };

  createRenderRoot() {
    return this;
  }

  get dialog() {
    return this.querySelector('filter-dialog');
  }

  put({ applied, edited }) {
    const all = this.conditions.filter((one) => same(edited, one) || !same(applied, one));
    const at = all.findIndex((one) => same(edited, one));
    this.show(at < 0 ? [...all, applied] : all.with(at, applied));
  }

  remove(condition) {
    this.show(this.conditions.filter((one) => one !== condition));
    this.stayHere();
  }

  /** What was clicked goes away: whoever has a keyboard goes on beside it. */
  stayHere() {
    this.querySelector('.add').focus();
  }

  show(conditions) {
    go('ratings', within(this.query, conditions));
  }

  /** What the rows on the page have in an attribute, and what it may have. */
  suggest(name) {
    const member = { rating: 'score', reason: 'reasons' }[name] ?? name;
    const found = this.rows.flatMap((row) => row[member] ?? []).map((value) => `${value.state ?? value}`);
    return [...new Set([...attribute(name).values, ...found])].filter((value) => value.length < 80).sort();
  }

  /** What is low is another score on each scale: where no scale was chosen, the scales of five are meant. */
  low() {
    const [chosen, another] = this.conditions.filter(({ name }) => name === 'scale');
    const one = chosen?.operator === 'eq' && attribute('scale').values.includes(chosen.value);
    if (another || (chosen && !one && chosen.value !== OF_FIVE.value)) return [];
    return [['Low ratings', [{ name: 'rating', operator: 'lte', value: `${highestLow(one ? chosen.value : 'stars5')}` }, ...(one ? [] : [OF_FIVE])]]];
  }

  quick() {
    return [
      ...this.low(),
      ['With feedback', [{ name: 'feedback', operator: 'exists', value: 'true' }]],
      ['Open follow-ups', [{ name: 'followUp', operator: 'eq', value: 'open' }]],
    ].filter(([, added]) => !added.every((one) => filter(this.conditions)[key(one)] === one.value));
  }

  render() {
    return html`
      <div class="filters" role="group" aria-label="Filters">
        <ul class="chips">${this.conditions.map((condition) => this.chip(condition))}</ul>
        <button class="add" @click=${() => this.dialog.open(null)}>Add filter</button>
        ${this.conditions.length
          ? html`<a class="button quiet" @click=${this.stayHere} href=${href('ratings', within(this.query, []))}>Clear all</a>`
          : nothing}
        <p class="quick"><span class="muted">Show</span>
          ${this.quick().map(([label, added]) => html`
            <a class="target" @click=${this.stayHere} href=${href('ratings', within(this.query, [...this.conditions, ...added]))}>${label}</a>`)}
        </p>
      </div>
      <filter-dialog .offset=${this.offset} .suggest=${(name) => this.suggest(name)} @apply=${({ detail }) => this.put(detail)}></filter-dialog>`;
  }

  chip(condition) {
    const text = words(condition, this.offset);
    const wrong = this.errors.find(({ pointer }) => pointer === `/${key(condition)}`);
    return html`
      <li class=${wrong ? 'chip wrong' : 'chip'}>
        <button @click=${() => this.dialog.open(condition)} title="Change this filter"><bdi>${text}</bdi></button>
        <button aria-label=${`Remove filter: ${text}`} @click=${() => this.remove(condition)}>×</button>
        ${wrong ? html`<small role="alert">${wrong.detail}</small>` : nothing}
      </li>`;
  }
}

customElements.define('filter-bar', FilterBar);
