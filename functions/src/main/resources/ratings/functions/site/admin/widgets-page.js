import { LitElement, html } from 'lit';

class WidgetsPage extends LitElement {
  static properties = { api: { attribute: false }, query: { attribute: false } };

  createRenderRoot() {
    return this;
  }

  render() {
    return html`<h1>Widgets</h1>`;
  }
}

customElements.define('widgets-page', WidgetsPage);
