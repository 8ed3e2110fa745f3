/**
 * Schedules of the local stack: rates and cron expressions as EventBridge reads them, and the
 * events that it makes of them. Know nothing of templates.
 */
package ratings.local.schedules;
