/**
 * A submission, a rating and its life: what is stored, changed, recognised and refused, and the
 * ports that store and find it. May use scores, conversations and settings.
 */
package ratings.domain.rating;
