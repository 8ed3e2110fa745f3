package ratings;

/** How often a promise is put to the test: its figure, or ten times that in the long run. */
public final class Figures {
  private static final int TIMES = Integer.getInteger("figures.times", 1);

  private Figures() {}

  public static int of(int figure) {
    return figure * TIMES;
  }
}
