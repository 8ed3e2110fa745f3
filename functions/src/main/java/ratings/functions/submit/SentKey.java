package ratings.functions.submit;

import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Supplier;
import ratings.domain.document.Reading;
import ratings.domain.document.Violation;
import ratings.domain.rating.Receipt;
import ratings.domain.rating.Submission;
import ratings.domain.score.Scale;
import ratings.http.Problem;
import ratings.http.Request;

/** The idempotency key that came with a request. */
final class SentKey {
  private static final Violation MALFORMED =
      new Violation(
          "", "comes with an Idempotency-Key that has not 16-128 letters, digits, - or _");

  private SentKey() {}

  static Optional<String> of(Request request) {
    return request.header("idempotency-key");
  }

  /**
   * What was submitted under a key. A score off its scale alone is left to the store to refuse.
   *
   * @param scale of the conversation, which need be known only where something is wrong
   * @throws Problem.Refused 400 with everything that is wrong with either
   */
  static Submission under(
      Optional<String> key,
      Object document,
      Reading<Submission> reading,
      Supplier<Optional<Scale>> scale)
      throws Problem.Refused {
    boolean wellFormed = key.isEmpty() || Receipt.isKey(key.get());
    if (wellFormed && reading instanceof Reading.Valid<Submission>(var submission)) {
      return submission;
    }
    var violations = new ArrayList<Violation>();
    if (reading instanceof Reading.Invalid<Submission> invalid) {
      violations.addAll(invalid.violations());
    }
    scale.get().flatMap(of -> Submission.offScale(document, of)).ifPresent(violations::add);
    if (!wellFormed) {
      violations.add(MALFORMED);
    }
    throw new Problem.Refused(Problem.invalid(violations));
  }
}
