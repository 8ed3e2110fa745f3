/**
 * Survey scores that virtual assistants take from their users: what one is, and how its record is
 * named. May depend on ratings, scores and documents.
 */
package ratings.domain.feedback;
