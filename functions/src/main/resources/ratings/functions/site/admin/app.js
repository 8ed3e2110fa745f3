// The frame of all pages: who is signed in, where one can go, and the page itself.
import { LitElement, html, nothing } from 'lit';
import { Api } from './api.js';
import { follow, href, place, stay } from './router.js';
import { current, signIn, signOut, whenSignedOutElsewhere } from './session.js';
import './ratings-page.js';
import './exports-page.js';
import './widgets-page.js';

/** Every page: its path below /admin/, what it is called and where it stands, the right that it takes, and its element. */
const PAGES = [
  {
    path: 'ratings', group: 'Inbox', title: 'Ratings', right: 'ratings/read',
    show: (app) => html`<ratings-page .api=${app.api} .session=${app.session} .query=${app.where.query}></ratings-page>`,
  },
  {
    path: 'exports', group: 'Inbox', title: 'Exports', right: 'ratings/export',
    show: (app) => html`<exports-page .api=${app.api} .query=${app.where.query}></exports-page>`,
  },
  {
    path: 'widgets', group: 'Settings', title: 'Collect ratings', right: 'ratings/settings',
    show: (app) => html`<widgets-page .api=${app.api} .query=${app.where.query} .apiUrl=${app.apiUrl}></widgets-page>`,
  },
];

class RatingsApp extends LitElement {
  static properties = {
    apiUrl: { attribute: 'api' },
    issuer: {},
    client: {},
    session: { state: true },
    where: { state: true },
    trouble: { state: true },
    over: { state: true },
  };

  createRenderRoot() {
    return this;
  }

  async connectedCallback() {
    super.connectedCallback();
    this.replaceChildren();
    try {
      this.session = await current(this);
    } catch (error) {
      this.trouble = error.message;
      this.session = null;
    }
    if (this.session) this.api = new Api(this.apiUrl, this.session, () => { this.over = true; });
    whenSignedOutElsewhere(() => { this.session = null; });
    follow(() => this.arrive());
    this.arrive();
  }

  /** Shows the page that the address names; to another one, people go as if it were loaded: to its top. */
  async arrive() {
    const before = this.where?.page;
    this.where = place();
    const first = this.session && this.allowed()[0];
    if (first && !this.where.page) stay(first.path, this.where.query);
    if (!before || before === this.where.page) return;
    await this.updateComplete;
    scrollTo(0, 0);
    this.querySelector('#main')?.focus();
  }

  async enter() {
    try {
      await signIn(this);
    } catch (error) {
      this.trouble = `The identity provider does not answer: ${error.message}`;
    }
  }

  allowed() {
    return PAGES.filter(({ right }) => this.session.may(right));
  }

  render() {
    if (!this.where) return nothing;
    const page = this.session && PAGES.find(({ path }) => path === this.where.page);
    document.title = page ? `${page.title} · Conversation ratings` : 'Conversation ratings';
    return this.session ? this.frame(page) : this.door();
  }

  door() {
    return html`
      <main class="door">
        <h1>Conversation ratings</h1>
        ${this.trouble ? html`<p class="problem" role="alert">${this.trouble}</p>` : nothing}
        <p>Sign in to see how conversations went.</p>
        <button class="primary" @click=${this.enter}>Sign in</button>
      </main>`;
  }

  frame(page) {
    const { name, workspace } = this.session;
    return html`
      <a class="skip" href="#main" @click=${this.skip}>Skip to content</a>
      <header class="frame">
        <p class="brand">Conversation ratings</p>
        <nav aria-label="Pages">
          ${[...Map.groupBy(this.allowed(), ({ group }) => group)].map(([group, pages]) => html`
            <h2 id="nav-${group}">${group}</h2>
            <ul aria-labelledby="nav-${group}">
              ${pages.map(({ path, title }) => html`
                <li><a href=${href(path)} aria-current=${this.where.page === path ? 'page' : nothing}>${title}</a></li>`)}
            </ul>`)}
        </nav>
        <p class="who">
          <span><bdi>${name}</bdi>${workspace ? html` <small>${workspace}</small>` : nothing}</span>
          <button class="quiet" @click=${() => signOut(this, this.session)}>Sign out</button>
        </p>
      </header>
      <main id="main" tabindex="-1" @click=${this.keepFocus}>
        ${this.over ? html`
          <p class="problem row spread" role="alert">Your session is over. What you typed is still here: copy it before you sign in again.
            <button @click=${this.enter}>Sign in again</button></p>` : nothing}
        ${this.content(page)}
      </main>`;
  }

  skip(event) {
    event.preventDefault();
    event.stopPropagation();
    this.querySelector('#main').focus();
  }

  /** Where what was clicked is gone by now, its focus goes on nearby. */
  keepFocus() {
    setTimeout(() => {
      if (document.activeElement === document.body) (this.querySelector('.add') ?? this.querySelector('#main'))?.focus({ preventScroll: true });
    });
  }

  content(page) {
    if (!page) {
      return this.allowed().length
        ? html`<h1>There is no such page</h1><p><a href=${href('')}>Go to the first one</a></p>`
        : html`<h1>Nothing to see yet</h1><p>You are signed in, but have none of the rights that these pages take. Ask whoever runs this installation.</p>`;
    }
    return this.session.may(page.right)
      ? page.show(this)
      : html`<h1>${page.title}</h1><p class="problem">You have not the right to see this, <code>${page.right}</code>. Ask whoever runs this installation.</p>`;
  }
}

customElements.define('ratings-app', RatingsApp);
