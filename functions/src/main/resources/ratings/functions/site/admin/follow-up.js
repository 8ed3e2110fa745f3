// What is done about a rating: open or done, and a note of it.
import { LitElement, html, nothing } from 'lit';
import { problem } from './problem.js';
import { isLow } from './score.js';
import { written } from './time.js';

class FollowUp extends LitElement {
  static properties = {
    api: { attribute: false },
    rating: { attribute: false },
    offset: { attribute: false },
    trouble: { state: true },
    said: { state: true },
  };

  createRenderRoot() {
    return this;
  }

  /** What was begun and not saved stays, until it is another rating; a form that nobody touched shows what is stored. */
  updated() {
    const { id, followUp } = this.rating;
    if (id !== this.shown) this.said = this.trouble = this.touched = null;
    this.shown = id;
    if (this.touched) return;
    this.seen = followUp?.at;
    this.querySelector('form')?.reset();
  }

  async save(event) {
    event.preventDefault();
    const { rating: { id }, touched, seen } = this;
    const { note } = event.target.elements;
    if (!note.value.trim()) note.value = '';
    if (this.saving === id || !event.target.reportValidity()) return;
    const body = Object.fromEntries(new FormData(event.target));
    const told = (said, trouble) => this.rating.id === id && Object.assign(this, { said, trouble });
    this.saving = id;
    told('Saving …');
    try {
      const path = `/v1/ratings/${encodeURIComponent(id)}`;
      const { followUp } = this.changed(await this.api.get(path));
      if (followUp && followUp.at !== seen) {
        throw new Error(`Not saved: ${followUp.by} changed it, ${written(followUp.at, this.offset)}, to ${followUp.state}: ${followUp.note ?? 'no note'}. Save again to replace that.`);
      }
      const saved = await this.api.put(`${path}/follow-up`, body);
      if (this.touched === touched) this.touched = null; // unless somebody typed on
      this.changed(saved);
      told('Saved.');
    } catch (error) {
      told(null, error);
    } finally {
      if (this.saving === id) this.saving = null;
    }
  }

  /** Shows a rating as it is now. */
  changed(detail) {
    if (detail.id === this.rating.id) this.seen = detail.followUp?.at;
    this.dispatchEvent(new CustomEvent('changed', { detail }));
    return detail;
  }

  render() {
    const { id, followUp } = this.rating;
    if (/[/?]|^\.\.?$/.test(id)) return html`<p class="note">No follow-up can be kept: the conversation's id does not fit into an address.</p>`;
    const low = isLow(this.rating);
    return html`
      <details class="panel" ?open=${low || followUp}>
        <summary>Follow-up${followUp ? html` <span class="tag">${followUp.state}</span>` : nothing}</summary>
        ${low && !followUp ? html`<p>This customer left unhappy. Get in touch, settle the issue, and note it here.</p>` : nothing}
        <form @submit=${this.save} @input=${(event) => { this.touched = event; }}>
          <label class="field">Note <textarea name="note" dir="auto" maxlength="2000" ?required=${followUp?.note} .defaultValue=${followUp?.note ?? ''}></textarea></label>
          <div class="row spread">
            <fieldset class="row">
              <legend class="hidden">State</legend>
              <label class="choice"><input type="radio" name="state" value="open" ?checked=${followUp?.state !== 'done'}> Open</label>
              <label class="choice"><input type="radio" name="state" value="done" ?checked=${followUp?.state === 'done'}> Done</label>
            </fieldset>
            <button class="primary">Save follow-up</button>
          </div>
        </form>
        ${this.trouble ? problem(this.trouble) : nothing}
        <p class="muted" role="status">${this.said} ${followUp ? `Last by ${followUp.by}, ${written(followUp.at, this.offset)}` : nothing}</p>
      </details>`;
  }
}

customElements.define('follow-up', FollowUp);
