/**
 * Webhooks: who wants to be told of what at which endpoint, which endpoints may be called at all,
 * and what becomes of a message until it arrives. May depend on documents.
 */
package ratings.domain.webhook;
