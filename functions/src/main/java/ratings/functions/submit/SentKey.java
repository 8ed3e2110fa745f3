package ratings.functions.submit;

import java.util.ArrayList;
import java.util.Optional;
import ratings.domain.document.Reading;
import ratings.domain.document.Violation;
import ratings.domain.rating.Receipt;
import ratings.domain.rating.Submission;
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
   * What was submitted under a key.
   *
   * @throws Problem.Refused 400 with everything that is wrong with either
   */
  static Submission under(Optional<String> key, Reading<Submission> reading)
      throws Problem.Refused {
    if (key.isEmpty() || Receipt.isKey(key.get())) {
      return Problem.unlessValid(reading);
    }
    var violations = new ArrayList<Violation>();
    if (reading instanceof Reading.Invalid<Submission> invalid) {
      violations.addAll(invalid.violations());
    }
    violations.add(MALFORMED);
    throw new Problem.Refused(Problem.invalid(violations));
  }
}
