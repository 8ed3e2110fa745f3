/**
 * What runs in the measured JVMs: the submit function and the handlers that it is compared with,
 * and exports beside the reading of what they export. All of them believe any certificate, because
 * the DynamoDB they talk to is ours.
 */
package ratings.benchmark.variants;
