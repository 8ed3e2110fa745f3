/** Static files for browsers: the widget's script and its texts. */
package ratings.functions.site;
