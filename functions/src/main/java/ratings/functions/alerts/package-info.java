/** The log of alerts, for admins. */
package ratings.functions.alerts;
