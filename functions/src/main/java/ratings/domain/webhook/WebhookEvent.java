package ratings.domain.webhook;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import ratings.domain.document.Shape;

/** What a webhook may be told of. */
public enum WebhookEvent {
  /** A customer is to be asked. */
  RATING_REQUEST("rating-request"),

  /** A customer is unhappy. */
  LOW_RATING("low-rating"),

  /** A rating was stored or changed. */
  RATING("rating");

  /** A list of these, by their codes. */
  static final Shape<List<WebhookEvent>> LIST =
      Shape.list(Shape.oneOf(Arrays.asList(values()), WebhookEvent::code), values().length);

  private final String code;

  WebhookEvent(String code) {
    this.code = code;
  }

  /** As the topics and the contract have it. */
  public String code() {
    return code;
  }

  /** The event of a code; nothing where no webhook is told of it. */
  public static Optional<WebhookEvent> of(String code) {
    return Arrays.stream(values()).filter(event -> event.code.equals(code)).findFirst();
  }
}
