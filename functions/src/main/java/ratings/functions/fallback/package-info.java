/** Answers what no route of the API matches. */
package ratings.functions.fallback;
