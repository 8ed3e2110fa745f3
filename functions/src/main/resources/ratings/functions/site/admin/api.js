// The API, as a session may use it.

/** What the API answered instead of what was asked for: problem+json (RFC 9457). */
class Problem extends Error {
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

  /** The document with its version, for a change of that and no newer one. */
  read(path) {
    return this.#ask('GET', path);
  }

  /** Replaces a document under conditions, If-Match or If-None-Match, and answers as a read does. */
  write(path, body, conditions) {
    return this.#ask('PUT', path, { body, conditions });
  }

  async #send(method, path, options) {
    return (await this.#ask(method, path, options)).document;
  }

  /** The document answered, null where there is none; a Problem where the answer is one or none came. */
  async #ask(method, path, { body, signal, conditions } = {}) {
    const headers = { authorization: `Bearer ${this.session.token}`, ...conditions };
    if (body) headers['content-type'] = 'application/json';
    let answer;
    try {
      answer = await fetch(this.base + path, { method, headers, signal, body: body && JSON.stringify(body) });
    } catch (error) {
      if (error.name === 'AbortError') throw error;
      const over = this.session.isOver(); // a refusal of the gateway may not be readable
      if (over) this.whenSignedOut();
      throw new Problem(0, { detail: over ? 'Your session is over.' : 'The API cannot be reached. Are you offline?' });
    }
    if (answer.status === 401) this.whenSignedOut();
    let document = null;
    try {
      if (answer.status !== 204) document = await answer.json();
    } catch (error) {
      if (error.name === 'AbortError') throw error;
      if (answer.ok) throw new Problem(0, { detail: 'The answer was cut off.' });
    }
    if (!answer.ok) throw new Problem(answer.status, document ?? {});
    return { document, version: answer.headers.get('etag') };
  }
}
