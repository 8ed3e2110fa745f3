/** Runs every minute, and makes visible which windows are over. */
package ratings.functions.window;
