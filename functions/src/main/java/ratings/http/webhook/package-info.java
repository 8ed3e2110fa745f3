/**
 * Requests out, to the endpoints of webhooks: signed, short, and to no other address than the one
 * that was judged. May depend on the domain.
 */
package ratings.http.webhook;
