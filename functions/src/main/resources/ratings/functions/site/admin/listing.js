// The ratings of one filter in one order, page by page.

/** As many pages are asked for in a row before people are asked whether to go on. */
const PATIENCE = 20;
const PAGE = 50;

export class Listing {
  rows = [];
  next = null;
  begun = false;
  busy = false;
  problem = null;
  #doubt = new AbortController();

  /** Of what a query asks for; whatever becomes of it is told. */
  constructor(api, query, tell) {
    this.api = api;
    this.query = new URLSearchParams(query);
    this.tell = tell;
  }

  /**
   * Goes on until a page's worth of rows is found, whether they come by many pages or by one: a page may be empty though
   * more are to come. Ends at the last row, when it is stopped, or when it was long enough.
   */
  async more() {
    if (this.busy) return;
    this.#doubt = new AbortController();
    const { signal } = this.#doubt;
    const enough = this.rows.length + (+this.query.get('limit') || PAGE);
    this.#now({ busy: true, problem: null });
    try {
      for (let asked = 0; asked < PATIENCE && this.rows.length < enough && (this.next || !this.begun); asked++) {
        const page = await this.api.get(`/v1/ratings?${this.#query()}`, { signal });
        signal.throwIfAborted();
        this.#now({ rows: [...this.rows, ...page.items], next: page.next, begun: true });
      }
    } catch (error) {
      if (!signal.aborted) this.problem = error;
    }
    if (this.#doubt.signal === signal) this.#now({ busy: false });
  }

  stop() {
    this.#doubt.abort();
  }

  /** Shows a rating as it is now. */
  replace(rating) {
    this.#now({ rows: this.rows.map((row) => (row.id === rating.id ? rating : row)) });
  }

  #query() {
    return new URLSearchParams([...this.query, ...(this.next ? [['cursor', this.next]] : [])]);
  }

  #now(change) {
    Object.assign(this, change);
    this.tell();
  }
}
