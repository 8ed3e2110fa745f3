/** A receiver of webhooks, to see what arrives and whether it is signed as it should be. */
package ratings.local.webhooks;
