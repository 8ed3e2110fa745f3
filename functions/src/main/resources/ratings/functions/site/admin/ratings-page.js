import { LitElement, html } from 'lit';

class RatingsPage extends LitElement {
  static properties = { api: { attribute: false }, query: { attribute: false } };

  createRenderRoot() {
    return this;
  }

  render() {
    return html`<h1>Ratings</h1>`;
  }
}

customElements.define('ratings-page', RatingsPage);
