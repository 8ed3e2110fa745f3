/**
 * Tables and buckets of the local stack: DynamoDB Local behind the DynamoDB client, S3Proxy in this
 * process. May use the SDK and {@code ratings.local.account}; knows nothing of templates.
 */
package ratings.local.storage;
