/**
 * Low ratings and who hears of them: what is to be announced, what an announcement says, and the
 * ports that hold and publish it. May use scores, settings, conversations and ratings.
 */
package ratings.domain.alert;
