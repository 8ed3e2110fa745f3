package ratings.domain.score;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How a customer answers: the whole numbers from {@code lowest} to {@code highest} (R43, R54, R84,
 * R90).
 */
public enum Scale {
  STARS5("stars5", 1, 5, 2),
  FACES5("faces5", 1, 5, 2),
  THUMBS("thumbs", 0, 1, 0),
  NPS("nps", 0, 10, 6);

  private final String code;
  private final int lowest;
  private final int highest;
  private final int lowThreshold;

  Scale(String code, int lowest, int highest, int lowThreshold) {
    this.code = code;
    this.lowest = lowest;
    this.highest = highest;
    this.lowThreshold = lowThreshold;
  }

  /** The scale of a name on the wire, as {@code stars5}. */
  public static Optional<Scale> of(String code) {
    return Arrays.stream(values()).filter(scale -> scale.code.equals(code)).findFirst();
  }

  public String code() {
    return code;
  }

  public int lowest() {
    return lowest;
  }

  public int highest() {
    return highest;
  }

  public boolean takes(int score) {
    return lowest <= score && score <= highest;
  }

  /** Every score, lowest first. */
  public List<Integer> scores() {
    return IntStream.rangeClosed(lowest, highest).boxed().toList();
  }

  /** A score at or under this is low where nobody set another threshold (D7). */
  public int lowThreshold() {
    return lowThreshold;
  }

  /**
   * What a score means: on five points 4 and 5 are positive, 3 and 2 neutral, 1 negative (R44-R46);
   * NPS has its standard bands 9-10, 7-8, 0-6; a thumb is positive or negative.
   */
  public Band band(int score) {
    if (!takes(score)) {
      throw new IllegalArgumentException(score + " is not a score of " + code);
    }
    return switch (this) {
      case STARS5, FACES5 -> Band.of(score, 4, 2);
      case NPS -> Band.of(score, 9, 7);
      case THUMBS -> Band.of(score, 1, 1);
    };
  }
}
