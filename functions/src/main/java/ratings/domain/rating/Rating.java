package ratings.domain.rating;

import java.time.Instant;
import java.util.Optional;
import ratings.domain.conversation.Windows;

/**
 * A recorded rating, as its customer sees it.
 *
 * @param conversation the conversation's id, and so the rating's
 * @param recordedAt when it was first recorded
 * @param changedAt when it was last changed, if it was
 * @param surveyed the survey that it is of, where somebody else held one
 */
public record Rating(
    String conversation,
    Answer answer,
    Instant recordedAt,
    Optional<Instant> changedAt,
    Windows windows,
    Optional<Surveyed> surveyed) {

  /** When it was recorded last. */
  public Instant latest() {
    return changedAt.orElse(recordedAt);
  }

  /** Feedback locks a rating (R1). */
  public boolean locked() {
    return answer.feedback().isPresent();
  }

  public boolean mayChange(Instant now) {
    return !locked() && windows.mayChange(now);
  }

  /** The end of the time for changes: nothing where there is no limit, or no change any more. */
  public Optional<Instant> changeableUntil(Instant now) {
    return Optional.of(windows.changeUntil())
        .filter(end -> mayChange(now) && !end.equals(Windows.OPEN));
  }

  /** Whether a survey's answer is no change of this, but an answer to another question. */
  boolean isOfAnother(Survey survey) {
    return surveyed.filter(it -> it.isOf(survey)).isEmpty();
  }

  Rating changed(Answer next, Instant now) {
    return new Rating(conversation, next, recordedAt, Optional.of(now), windows, surveyed);
  }
}
