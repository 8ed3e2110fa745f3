package ratings.sample;

import java.util.Random;

/** Draws scores as customers give them: many at the ends, few between. */
final class Scores {
  private static final int[] OF_FIVE = {0, 10, 7, 12, 30, 70};
  private static final int[] OF_TEN = {5, 2, 2, 3, 3, 6, 8, 14, 16, 20, 30};

  private Scores() {}

  /** A score of the scale, from its better part if the customer is content. */
  static int draw(String scale, boolean content, Random random) {
    return switch (scale) {
      case "thumbs" -> content ? 1 : 0;
      case "nps" -> half(OF_TEN, 7, content, random);
      default -> half(OF_FIVE, 4, content, random);
    };
  }

  private static int half(int[] weights, int firstGood, boolean content, Random random) {
    var half = weights.clone();
    for (int score = 0; score < half.length; score++) {
      if (score >= firstGood != content) {
        half[score] = 0;
      }
    }
    return Weighted.pick(half, random);
  }
}
