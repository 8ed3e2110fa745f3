package ratings.sample;

import java.util.Random;
import java.util.stream.IntStream;

/** Draws by weight. */
final class Weighted {
  private Weighted() {}

  /** An index, as often as its weight says in relation to the others. */
  static int pick(int[] weights, Random random) {
    int left = random.nextInt(IntStream.of(weights).sum());
    int index = 0;
    while (left >= weights[index]) {
      left -= weights[index];
      index++;
    }
    return index;
  }
}
