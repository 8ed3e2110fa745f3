/** Webhooks: registers them, finds who wants to be told of an event, and brings it to them. */
package ratings.functions.webhook;
