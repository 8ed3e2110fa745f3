/** Takes ratings: parse, decide, store, respond. */
package ratings.functions.submit;
