import { LitElement, html } from 'lit';

class ExportsPage extends LitElement {
  static properties = { api: { attribute: false }, query: { attribute: false } };

  createRenderRoot() {
    return this;
  }

  render() {
    return html`<h1>Exports</h1>`;
  }
}

customElements.define('exports-page', ExportsPage);
