/**
 * Who hears of low ratings, what they were told, and whether anything keeps them from hearing: the
 * recipients of a workspace, its log of alerts, and the brake before each mailbox. May use scores,
 * settings, alerts and webhooks.
 */
package ratings.domain.notification;
