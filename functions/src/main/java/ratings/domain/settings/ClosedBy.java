package ratings.domain.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ratings.domain.document.Shape;

/**
 * Who or what ends a conversation (D8): a teammate (R13), time (R83), the customer by the X (R52),
 * or a restart of the chat (R53).
 */
public enum ClosedBy {
  TEAMMATE,
  TIMEOUT,
  CUSTOMER,
  RESTART;

  public static final Shape<ClosedBy> SHAPE = Shape.oneOf(List.of(values()), ClosedBy::code);

  /** Whether it is the visitor who ends it, as on a website. */
  public boolean isVisitor() {
    return this == CUSTOMER || this == RESTART;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<ClosedBy> of(String code) {
    return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
  }
}
