/**
 * Schedules of the local stack: rates and cron expressions as EventBridge reads them, and the
 * events that it makes of them.
 */
package ratings.local.schedules;
