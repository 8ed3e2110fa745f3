/**
 * Recorded ratings as admins find them: rows, the filter and its columns, pages, cursors, and the
 * port that reads them. May use ratings, scores, conversations, documents and signatures.
 */
package ratings.domain.rating.list;
