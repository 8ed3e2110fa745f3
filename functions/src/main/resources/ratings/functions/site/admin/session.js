// Who is signed in: OpenID Connect's authorization code flow with PKCE (RFC 7636), at the issuer that the API trusts.
const KEPT = 'ratings:session';
const PENDING = 'ratings:sign-in';
const RIGHTS = ['ratings/read', 'ratings/export', 'ratings/erase', 'ratings/settings', 'ratings/conversations'];

const base64url = (bytes) => btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
const random = () => base64url(crypto.getRandomValues(new Uint8Array(32)));
const sha256 = async (text) => base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))));

/** What a token says, for show: whether it is true, only the API decides. */
const claims = (token) => {
  try {
    const body = atob(token.split('.')[1].replaceAll('-', '+').replaceAll('_', '/'));
    return JSON.parse(new TextDecoder().decode(Uint8Array.from(body, (char) => char.charCodeAt(0))));
  } catch {
    return {};
  }
};

const withQuery = (url, query) => {
  const address = new URL(url); // which may have a query of its own
  Object.entries(query).forEach(([name, value]) => address.searchParams.set(name, value));
  return address.href;
};

const load = (name) => JSON.parse(sessionStorage.getItem(name));
const save = (name, value) => sessionStorage.setItem(name, JSON.stringify(value));
const home = () => `${location.origin}/admin/signed-in`;
const elsewhere = new BroadcastChannel('ratings:sign-out');

const discover = async ({ issuer }) => {
  const answer = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
  if (!answer.ok) throw new Error(`The identity provider answered ${answer.status}.`);
  return answer.json();
};

/** A token of this tab, in memory and until the tab closes; no refresh token is asked for. */
class Session {
  constructor({ token, name, idToken, endsAt }) {
    const { name: named, sub, workspace, exp, scope, 'cognito:groups': groups } = claims(token);
    this.token = token;
    this.idToken = idToken;
    this.name = name || named || sub;
    this.workspace = workspace;
    this.endsAt = endsAt ?? 1000 * exp;
    this.rights = new Set([scope, groups].flat().flatMap((words) => words?.split(' ') ?? []));
  }

  may(right) {
    return this.rights.has(right);
  }

  isOver() {
    return !(Date.now() < this.endsAt);
  }
}

/** The session of this tab, that which the issuer has just answered with, or null where there is none. */
export const current = async (config) => {
  const query = new URLSearchParams(location.search);
  const answered = query.has('state') && (query.has('code') || query.has('error'));
  const pending = load(PENDING);
  if (answered) history.replaceState(null, '', pending?.back ?? home());
  if (answered && (pending || !kept())) await finish(config, query, pending);
  return kept();
};

const kept = () => {
  const stored = load(KEPT);
  const session = stored && new Session(stored);
  return session && !session.isOver() ? session : null;
};

/** Leaves for the issuer, which leads back to where one was. */
export const signIn = async (config) => {
  const { authorization_endpoint: endpoint, scopes_supported: supported = [] } = await discover(config);
  const pending = { state: random(), nonce: random(), verifier: random(), back: location.href.replace(home(), `${location.origin}/admin`) };
  save(PENDING, pending);
  location.assign(withQuery(endpoint, {
    response_type: 'code',
    client_id: config.client,
    redirect_uri: home(),
    scope: ['openid', ...RIGHTS.filter((right) => supported.includes(right))].join(' '),
    state: pending.state,
    nonce: pending.nonce,
    code_challenge: await sha256(pending.verifier),
    code_challenge_method: 'S256',
  }));
};

const finish = async (config, query, pending) => {
  sessionStorage.removeItem(PENDING);
  if (pending?.state !== query.get('state')) throw new Error('This sign-in was not begun in this tab.');
  if (query.has('error')) throw new Error(query.get('error_description') || query.get('error'));
  const { token_endpoint: endpoint } = await discover(config);
  const answer = await fetch(endpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: config.client,
      code: query.get('code'),
      redirect_uri: home(),
      code_verifier: pending.verifier,
    }),
  });
  const { access_token: access, id_token: id, expires_in: seconds, error, error_description: reason } = await answer.json();
  if (!answer.ok) throw new Error(reason || error);
  const who = claims(id);
  if (who.nonce !== pending.nonce) throw new Error('The identity provider answered somebody else.');
  save(KEPT, { token: forApi(config, access, id), idToken: id, name: who.name || who.email, endsAt: seconds && Date.now() + 1000 * seconds });
};

/** The access token, unless only the other one is for the API, which reads client_id where there is no aud, as Cognito's have none. */
const forApi = ({ client }, access, id) => {
  const { aud, client_id: of } = claims(access);
  return [aud ?? of].flat().includes(client) ? access : id;
};

/** Forgets the session, in all tabs and at the issuer. */
export const signOut = async (config, { idToken }) => {
  forget();
  elsewhere.postMessage(null);
  const { end_session_endpoint: endpoint } = await discover(config).catch(() => ({}));
  const query = {
    id_token_hint: idToken,
    client_id: config.client,
    post_logout_redirect_uri: home(),
    logout_uri: home(), // as Cognito calls it
  };
  location.assign(endpoint ? withQuery(endpoint, query) : home());
};

const forget = () => sessionStorage.removeItem(KEPT);

/** Calls back when somebody signed out in another tab. */
export const whenSignedOutElsewhere = (listener) => elsewhere.addEventListener('message', () => {
  forget();
  listener();
});
