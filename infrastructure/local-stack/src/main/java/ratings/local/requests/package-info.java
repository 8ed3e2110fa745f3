/** Requests to rate on their way to customers, and the mailer that a deployment would subscribe. */
package ratings.local.requests;
