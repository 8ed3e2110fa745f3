/** What a widget shows, and that it was seen. */
package ratings.functions.widget;
