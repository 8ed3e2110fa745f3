// The API, as a session may use it.

/** What the API answered instead of what was asked for: problem+json (RFC 9457). */
export class Problem extends Error {
  constructor(status, { code, title, detail, errors = [] } = {}) {
    super(detail || title || `The API answered ${status}.`);
    this.status = status;
    this.code = code;
    this.errors = errors;
  }
}

/** Asks one API with one session's token, and tells where that is no longer taken. */
export class Api {
  constructor(base, session, whenSignedOut) {
    this.base = base;
    this.session = session;
    this.whenSignedOut = whenSignedOut;
  }

  get(path, options) {
    return this.#send('GET', path, options);
  }

  post(path, body) {
    return this.#send('POST', path, { body });
  }

  put(path, body) {
    return this.#send('PUT', path, { body });
  }

  delete(path) {
    return this.#send('DELETE', path);
  }

  /** The document answered, null where there is none; a Problem where the answer is one or none came. */
  async #send(method, path, { body, signal } = {}) {
    const headers = { authorization: `Bearer ${this.session.token}` };
    if (body) headers['content-type'] = 'application/json';
    let answer;
    try {
      answer = await fetch(this.base + path, { method, headers, signal, body: body && JSON.stringify(body) });
    } catch (error) {
      if (error.name === 'AbortError') throw error;
      if (this.session.isOver()) this.whenSignedOut(); // a refusal of the gateway may not be readable
      throw new Problem(0, { detail: 'The API cannot be reached. Are you offline?' });
    }
    if (answer.status === 401) this.whenSignedOut();
    const document = await answer.json().catch(() => null);
    if (!answer.ok) throw new Problem(answer.status, document ?? {});
    return document;
  }
}
