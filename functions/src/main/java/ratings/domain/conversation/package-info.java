/** What a conversation is, its windows and the tokens of its request. Stands under the rating. */
package ratings.domain.conversation;
