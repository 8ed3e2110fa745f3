/**
 * Topics of the local stack: an SNS of ours that speaks the Query protocol as the SDK does, filters
 * and delivers to queues, functions, web endpoints and an outbox of mails. Nothing is signed. Knows
 * nothing of templates.
 */
package ratings.local.topics;
