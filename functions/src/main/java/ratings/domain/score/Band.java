package ratings.domain.score;

/** Whether a score speaks for the conversation, against it, or neither. */
public enum Band {
  POSITIVE,
  NEUTRAL,
  NEGATIVE;

  public static Band of(int score, int leastPositive, int leastNeutral) {
    if (score >= leastPositive) {
      return POSITIVE;
    }
    return score >= leastNeutral ? NEUTRAL : NEGATIVE;
  }
}
