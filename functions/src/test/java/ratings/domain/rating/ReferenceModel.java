package ratings.domain.rating;

import java.time.Instant;
import java.util.Optional;

/**
 * A conversation's rating told as a list of rules, for comparison: deliberately without any of the
 * code that it is compared with (P5).
 */
final class ReferenceModel {
  private final int rateHours;
  private final int changeHours;
  private Instant ended;
  private Instant told;
  private boolean elsewhere;
  private String answered = "";
  private boolean asked;
  private boolean withdrawn;
  private boolean rated;
  private Instant recorded;
  private int score;
  private String comment = "";

  /** Limits in hours; 0 is none. */
  ReferenceModel(int rateHours, int changeHours) {
    this.rateHours = rateHours;
    this.changeHours = changeHours;
  }

  void show(Instant now) {
    if (elsewhere) {
      return;
    }
    asked = true;
    if (ended == null) {
      ended = now;
    }
  }

  /**
   * What a close must be answered with; it is the same as another if it is of the same time.
   *
   * @param other whether it says that the conversation is another line's
   */
  String close(boolean eligible, boolean other, Instant closedAt) {
    if (other != elsewhere) {
      if (told != null || rated) {
        return "unknown";
      }
      elsewhere = other;
      asked = false;
      withdrawn = false;
    }
    boolean awaited = asked && !withdrawn;
    boolean stale = told != null && closedAt.isBefore(told) && !awaited;
    if (stale || closedAt.equals(told)) {
      return answered;
    }
    if (awaited && told != null) {
      return "not";
    }
    told = closedAt;
    answered = eligible && !awaited ? "asked" : "not";
    if (!awaited) {
      ended = closedAt;
      withdrawn = false;
      asked |= eligible;
    }
    return answered;
  }

  void reopen() {
    withdrawn |= asked && !rated;
  }

  /** What a submission must be answered with: a word for it. */
  String submit(int newScore, Optional<String> newComment, Instant now) {
    if (elsewhere) {
      return "UNKNOWN_CONVERSATION";
    }
    if (!rated) {
      return first(newScore, newComment, now);
    }
    boolean same = newScore == score && newComment.map(comment::equals).orElse(true);
    if (same) {
      return "replayed";
    }
    if (!comment.isEmpty()) {
      return "RATING_LOCKED";
    }
    if (over(changeHours, now.isAfter(recorded) ? now : recorded.plusMillis(1))) {
      return "CHANGE_WINDOW_OVER";
    }
    score = newScore;
    comment = newComment.orElse("");
    return "changed";
  }

  String stored() {
    return rated ? score + ":" + comment : "unrated";
  }

  private String first(int newScore, Optional<String> newComment, Instant now) {
    if (withdrawn) {
      return "REQUEST_WITHDRAWN";
    }
    if (over(rateHours, now)) {
      return "RATING_WINDOW_OVER";
    }
    show(now);
    rated = true;
    recorded = now;
    score = newScore;
    comment = newComment.orElse("");
    return "created";
  }

  private boolean over(int hours, Instant now) {
    return hours > 0
        && ended != null
        && now.toEpochMilli() - ended.toEpochMilli() >= hours * 3_600_000L;
  }
}
