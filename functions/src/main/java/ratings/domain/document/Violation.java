package ratings.domain.document;

/**
 * What is wrong with one place of a document.
 *
 * @param pointer the place, an RFC 6901 JSON pointer: {@code /score}; the empty one is the whole
 * @param detail what is wrong, for people
 */
public record Violation(String pointer, String detail) {}
