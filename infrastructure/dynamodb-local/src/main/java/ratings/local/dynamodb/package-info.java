/**
 * Starts DynamoDB Local as a process of its own. May use {@code java.*} only: whoever depends on it
 * must not meet DynamoDB Local's class path.
 */
package ratings.local.dynamodb;
