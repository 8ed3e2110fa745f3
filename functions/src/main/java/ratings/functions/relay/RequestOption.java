package ratings.functions.relay;

import java.util.List;
import ratings.domain.conversation.RequestToRate;
import ratings.domain.score.Labels;
import ratings.domain.settings.Texts;

/**
 * One answer that a request offers.
 *
 * @param value the score
 * @param label what the score is called in the customer's language
 * @param url where the request's page has that score chosen (D14)
 */
record RequestOption(int value, String label, String url) {

  /** Every answer on the request's scale, lowest first. */
  static List<RequestOption> of(RequestToRate request, String url) {
    var labels = labels(request);
    return request.scale().scores().stream()
        .map(
            score ->
                new RequestOption(
                    score, labels.of(request.scale(), score), url + "?score=" + score))
        .toList();
  }

  /** Words of the customer's language, or of English. */
  static Labels labels(RequestToRate request) {
    return Labels.in(request.language().flatMap(Texts::language).orElse("en"));
  }
}
