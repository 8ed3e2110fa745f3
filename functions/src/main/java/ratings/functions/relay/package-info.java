/** Follows the table's stream, and tells the world what was stored. */
package ratings.functions.relay;
