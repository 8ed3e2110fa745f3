/**
 * Follows the table's stream, and counts what was stored, so that a report has only to read sums.
 */
package ratings.functions.tally;
