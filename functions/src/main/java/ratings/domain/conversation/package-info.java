/**
 * What a conversation is, its close, whom that asks and where, its windows, its request to rate and
 * the tokens of that. May use scores, settings, signing and documents; stands under the rating.
 */
package ratings.domain.conversation;
