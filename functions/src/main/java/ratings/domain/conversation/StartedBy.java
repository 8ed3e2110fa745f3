package ratings.domain.conversation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ratings.domain.document.Shape;

/** Who or what began a conversation (R16, R17). */
public enum StartedBy {
  CUSTOMER,
  TEAMMATE,
  WORKFLOW,
  API;

  static final Shape<StartedBy> SHAPE = Shape.oneOf(List.of(values()), StartedBy::code);

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<StartedBy> of(String code) {
    return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
  }
}
