/**
 * Event source mappings as Lambda does them: streams and queues are polled, filtered, cut into
 * batches and handed to functions, and what fails is retried, bisected, or sent to its destination.
 * May use the SDK, {@code ratings.local.account} and {@code ratings.local.patterns}.
 */
package ratings.local.mappings;
