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
  private boolean rated;
  private int score;
  private String comment = "";

  /** Limits in hours; 0 is none. */
  ReferenceModel(int rateHours, int changeHours) {
    this.rateHours = rateHours;
    this.changeHours = changeHours;
  }

  void show(Instant now) {
    if (ended == null) {
      ended = now;
    }
  }

  /** What a submission must be answered with: a word for it. */
  String submit(int newScore, Optional<String> newComment, Instant now) {
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
    if (over(changeHours, now)) {
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
    show(now);
    if (over(rateHours, now)) {
      return "RATING_WINDOW_OVER";
    }
    rated = true;
    score = newScore;
    comment = newComment.orElse("");
    return "created";
  }

  private boolean over(int hours, Instant now) {
    return hours > 0 && now.toEpochMilli() - ended.toEpochMilli() >= hours * 3_600_000L;
  }
}
