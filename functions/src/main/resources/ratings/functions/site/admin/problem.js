// What the API had to say instead, where it happened.
import { html, nothing } from 'lit';

export const problem = ({ message, errors = [] }, again) => html`
  <div class="problem" role="alert">
    <p>${message}</p>
    ${errors.map(({ pointer, detail }) => html`<p><code>${pointer}</code> ${detail}</p>`)}
    ${again ? html`<button type="button" @click=${again}>Try again</button>` : nothing}
  </div>`;
