package ratings.domain.document;

import java.util.List;
import java.util.function.Supplier;

/** What came of reading a document: a value, or everything that is wrong with it. */
public sealed interface Reading<T> {

  /** The document was right. */
  record Valid<T>(T value) implements Reading<T> {}

  /** The document was wrong, in at least one place. */
  record Invalid<T>(List<Violation> violations) implements Reading<T> {
    public Invalid {
      violations = List.copyOf(violations);
    }
  }

  /** The value, made only if there are no violations. */
  static <T> Reading<T> of(List<Violation> violations, Supplier<T> value) {
    return violations.isEmpty() ? new Valid<>(value.get()) : new Invalid<>(violations);
  }
}
