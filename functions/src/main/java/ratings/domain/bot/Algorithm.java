package ratings.domain.bot;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import ratings.domain.document.Shape;

/** What tokens are signed with (RFC 7518, section 3.2): by a secret that both sides know. */
public enum Algorithm {
  HS256,
  HS384,
  HS512;

  static final Shape<Algorithm> SHAPE = Shape.oneOf(List.of(values()), Algorithm::name);

  /** The algorithm of a token's {@code alg}; nothing for any that is not taken. */
  public static Optional<Algorithm> of(String name) {
    return Arrays.stream(values()).filter(algorithm -> algorithm.name().equals(name)).findFirst();
  }
}
