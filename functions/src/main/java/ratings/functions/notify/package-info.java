/** Tells the recipients of low ratings, and keeps the log of it. */
package ratings.functions.notify;
