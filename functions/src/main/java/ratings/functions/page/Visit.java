package ratings.functions.page;

import java.time.Instant;
import java.util.Optional;
import ratings.domain.conversation.Closed;
import ratings.domain.conversation.ConversationId;
import ratings.domain.conversation.RequestToRate;
import ratings.domain.rating.Rating;
import ratings.domain.rating.Standing;
import ratings.domain.score.Labels;
import ratings.domain.score.Scale;
import ratings.domain.settings.Line;

/**
 * What a link leads to.
 *
 * @param token the link's
 */
record Visit(
    String token, ConversationId conversation, Standing standing, Line line, Wording wording) {

  /** In the language of the request, else of the browser. */
  static Visit of(
      String token,
      ConversationId conversation,
      Standing standing,
      Line line,
      Optional<String> acceptLanguage) {
    var language = request(standing).flatMap(RequestToRate::language);
    return new Visit(token, conversation, standing, line, Wording.in(language, acceptLanguage));
  }

  Scale scale() {
    return standing.scale();
  }

  /** What the customer was asked, in the words of then. */
  String prompt() {
    return request(standing)
        .map(RequestToRate::text)
        .orElseGet(() -> line.requestText(wording.language()).text());
  }

  String label(int score) {
    return Labels.in(wording.language()).of(scale(), score);
  }

  boolean isLow(int score) {
    return line.isLow(scale(), score);
  }

  /** Whether the line wants to know more of what went badly (R105, R106). */
  boolean asksWhy() {
    return line.askResolved() || !line.reasons().isEmpty();
  }

  /** Why nothing can be said any more, if so; the rules are asked again when somebody tries. */
  Optional<Closing> closed(Instant now) {
    if (standing.rating().isPresent()) {
      return standing.rating().flatMap(rating -> closed(rating, now));
    }
    if (standing.mayRate(now)) {
      return Optional.empty();
    }
    return Optional.of(standing.withdrawn() ? Closing.WITHDRAWN : Closing.RATE_OVER);
  }

  private Optional<Closing> closed(Rating rating, Instant now) {
    if (rating.locked()) {
      return Optional.of(Closing.LOCKED);
    }
    return standing.over() || !rating.mayChange(now)
        ? Optional.of(Closing.CHANGE_OVER)
        : Optional.empty();
  }

  private static Optional<RequestToRate> request(Standing standing) {
    return standing.closed().flatMap(Closed::request);
  }

  /** Why a page takes nothing, and the status of one that says so. */
  enum Closing {
    LOCKED(200, Phrase.LOCKED),
    CHANGE_OVER(410, Phrase.CHANGE_OVER),
    RATE_OVER(410, Phrase.RATE_OVER),
    WITHDRAWN(410, Phrase.WITHDRAWN);

    private final int status;
    private final Phrase phrase;

    Closing(int status, Phrase phrase) {
      this.status = status;
      this.phrase = phrase;
    }

    int status() {
      return status;
    }

    Phrase phrase() {
      return phrase;
    }
  }
}
