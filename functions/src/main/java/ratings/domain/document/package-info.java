/**
 * Plain documents (maps, lists, text, numbers, flags) read field by field: every violation is
 * found, not only the first. Stands alone; JSON itself is known to {@code http} only.
 */
package ratings.domain.document;
