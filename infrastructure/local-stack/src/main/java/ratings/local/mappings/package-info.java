/**
 * Event source mappings as Lambda does them: streams and queues are polled, filtered, cut into
 * batches and handed to functions, and what fails is retried, bisected, or sent to its destination.
 * May use the SDK and the packages for queues, buckets, patterns and the account; knows nothing of
 * templates, nor of how a function runs.
 */
package ratings.local.mappings;
