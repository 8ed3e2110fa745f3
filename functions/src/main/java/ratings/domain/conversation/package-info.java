/** What a conversation is. Knows scores; stands under the rating. */
package ratings.domain.conversation;
