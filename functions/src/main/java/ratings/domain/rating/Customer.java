package ratings.domain.rating;

import java.util.Optional;
import ratings.domain.document.Fields;

/** What a client says of who it talks for: kept with the conversation where nothing is yet. */
public record Customer(
    Optional<String> userId,
    Optional<String> userName,
    Optional<String> botId,
    Optional<String> language) {
  private static final int LONGEST_NAME = 256;

  /** The same of whoever it is. */
  public Customer unnamed() {
    return new Customer(Optional.empty(), Optional.empty(), botId, language);
  }

  static Customer read(Fields fields) {
    return new Customer(
        fields.id("userId"),
        fields.text("userName", LONGEST_NAME),
        fields.id("botId"),
        fields.id("language"));
  }
}
