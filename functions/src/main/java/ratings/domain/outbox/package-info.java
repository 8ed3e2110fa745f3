/**
 * What was stored and has to be told: low ratings to whoever wants to hear of them, requests to
 * rate to whoever brings them to their customers. Nothing is told before it is stored, and nothing
 * stored is forgotten. May use scores, settings, conversations, ratings and alerts.
 */
package ratings.domain.outbox;
