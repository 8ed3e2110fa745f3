/** Lists and filters ratings for admins, and shows one. */
package ratings.functions.browse;
