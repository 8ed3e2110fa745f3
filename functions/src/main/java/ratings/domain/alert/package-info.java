/**
 * Low ratings and who hears of them: what is to be announced, and what an announcement says. May
 * use scores, settings, conversations and ratings.
 */
package ratings.domain.alert;
