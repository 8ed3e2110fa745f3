/** Who hears of low ratings, and what keeps them from it, for admins. */
package ratings.functions.recipients;
