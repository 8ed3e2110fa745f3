/**
 * What a rating costs, computed from the sizes of items as DynamoDB counts them and from the
 * template's indexes. Knows nothing of how fast anything is.
 */
package ratings.benchmark.cost;
