/**
 * Requests in, responses and problem+json out: the only place that knows API Gateway's events and
 * JSON. May use the domain's documents and outcomes.
 */
package ratings.http;
