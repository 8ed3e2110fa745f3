/**
 * Queues of the local stack: an ElasticMQ in this process. May use the SDK and {@code
 * ratings.local.account}; knows nothing of templates.
 */
package ratings.local.queues;
