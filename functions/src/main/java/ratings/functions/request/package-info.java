/** Ends of conversations: closes them, makes their request to rate, and opens them again. */
package ratings.functions.request;
