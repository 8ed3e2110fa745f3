package ratings.functions.submit;

import java.util.Optional;
import ratings.domain.rating.Receipt;
import ratings.http.Problem;
import ratings.http.Request;

/** The idempotency key that came with a request. */
final class SentKey {
  private SentKey() {}

  static Optional<String> of(Request request) throws Problem.Refused {
    var key = request.header("idempotency-key");
    if (key.isPresent() && !Receipt.isKey(key.get())) {
      throw new Problem.Refused(
          Problem.badRequest("An Idempotency-Key has 16-128 letters, digits, - or _."));
    }
    return key;
  }
}
