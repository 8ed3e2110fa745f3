/**
 * Virtual assistants and those who may send us what was said of them: who is registered, with which
 * secrets, and which of their tokens hold. May depend on documents.
 */
package ratings.domain.bot;
