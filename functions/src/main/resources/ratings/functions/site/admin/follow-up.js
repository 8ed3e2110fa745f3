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

  /** What was begun and not saved stays, until it is another rating. */
  updated() {
    const { id } = this.rating;
    if (id === this.shown) return;
    this.shown = id;
    this.said = this.trouble = null;
    this.querySelector('form')?.reset();
  }

  async save(event) {
    event.preventDefault();
    const { id } = this.rating;
    const body = Object.fromEntries(new FormData(event.target));
    this.trouble = null;
    this.said = 'Saving …';
    try {
      const detail = await this.api.put(`/v1/ratings/${encodeURIComponent(id)}/follow-up`, body);
      this.said = 'Saved.';
      this.dispatchEvent(new CustomEvent('changed', { detail }));
    } catch (error) {
      this.said = null;
      this.trouble = error;
    }
  }

  render() {
    const { id, followUp } = this.rating;
    if (/[/?]|^\.\.?$/.test(id)) return html`<p class="note">No follow-up can be kept: the conversation's id does not fit into an address.</p>`;
    const low = isLow(this.rating);
    return html`
      <details class="panel" ?open=${low || followUp}>
        <summary>Follow-up${followUp ? html` <span class="tag">${followUp.state}</span>` : nothing}</summary>
        ${low && !followUp ? html`<p>This customer left unhappy. Get in touch, settle the issue, and note it here.</p>` : nothing}
        <form @submit=${this.save}>
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
