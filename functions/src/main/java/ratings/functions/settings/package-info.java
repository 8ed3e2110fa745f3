/** Settings of a workspace, and of its lines and widgets, for admins. */
package ratings.functions.settings;
