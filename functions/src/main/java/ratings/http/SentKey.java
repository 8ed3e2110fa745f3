package ratings.http;

import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Supplier;
import ratings.domain.document.Reading;
import ratings.domain.document.Violation;
import ratings.domain.rating.Receipt;
import ratings.domain.rating.Submission;
import ratings.domain.score.Scale;

/** The idempotency key that came with a request. */
public final class SentKey {
  private static final Violation MALFORMED =
      new Violation(
          "", "comes with an Idempotency-Key that has not 16-128 letters, digits, - or _");

  private SentKey() {}

  public static Optional<String> of(Request request) {
    return request.header("idempotency-key");
  }

  /** What is wrong with a key, if anything. */
  public static Optional<Violation> flaw(Optional<String> key) {
    return key.filter(it -> !Receipt.isKey(it)).map(_ -> MALFORMED);
  }

  /**
   * What was submitted under a key. A score off its scale alone is left to the store to refuse.
   *
   * @param scale of the conversation, which need be known only where something is wrong
   * @throws Problem.Refused 400 with everything that is wrong with either
   */
  public static Submission under(
      Optional<String> key,
      Object document,
      Reading<Submission> reading,
      Supplier<Optional<Scale>> scale)
      throws Problem.Refused {
    var flaw = flaw(key);
    if (flaw.isEmpty() && reading instanceof Reading.Valid<Submission>(var submission)) {
      return submission;
    }
    var violations = new ArrayList<Violation>();
    if (reading instanceof Reading.Invalid<Submission> invalid) {
      violations.addAll(invalid.violations());
    }
    scale.get().flatMap(of -> Submission.offScale(document, of)).ifPresent(violations::add);
    flaw.ifPresent(violations::add);
    throw new Problem.Refused(Problem.invalid(violations));
  }
}
