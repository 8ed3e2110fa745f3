/**
 * Follows the table's stream, and tells the world what was stored: low ratings to whoever wants to
 * hear of them, requests to rate to whoever brings them to their customers.
 */
package ratings.functions.relay;
