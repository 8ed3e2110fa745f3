package ratings.domain.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import ratings.domain.conversation.Closed;
import ratings.domain.conversation.RequestToRate;
import ratings.domain.rating.Rating;
import ratings.domain.rating.Standing;

/**
 * What one conversation adds to the reports.
 *
 * <p>Only a conversation whose customer was asked adds anything, and everything that it adds
 * belongs to the day on which that was: an answer that comes a week later is one of that day's
 * cohort. So answered over asked is a rate of the same conversations under every filter, and never
 * more than one (R102). A customer is asked when the request is out: it was sent or is known to
 * have arrived, and did not fail (R95, R108); or when the widget has shown its prompt. A request
 * that waits to be sent asks nobody yet. Who rates unasked was asked and answered at once. A
 * request that is withdrawn because the conversation reopened has been asked all the same, if it
 * was out.
 *
 * @param at when its customer was asked
 * @param day of that, in the workspace's zone
 */
public record Contribution(Instant at, LocalDate day, Combination combination, Counts counts) {

  /** What a conversation adds as it stands, if anything. */
  public static Optional<Contribution> of(Combination combination, Standing standing, ZoneId zone) {
    return at(standing)
        .map(at -> new Contribution(at, day(at, zone), combination, counts(standing)));
  }

  private static Optional<Instant> at(Standing standing) {
    if (standing.rating().isPresent()) {
      return standing.askedAt().or(() -> standing.rating().map(Rating::recordedAt));
    }
    boolean out = request(standing).filter(it -> !it.passage().isOut()).isEmpty();
    return standing.askedAt().filter(_ -> out);
  }

  /** A widget that showed its prompt unbidden made none. */
  private static Optional<RequestToRate> request(Standing standing) {
    return standing.closed().flatMap(Closed::request);
  }

  /** The day that an instant belongs to: of each instant exactly one (P30). */
  public static LocalDate day(Instant at, ZoneId zone) {
    return LocalDate.ofInstant(at, zone);
  }

  /** The same on the day that it belongs to in another zone. */
  public Contribution in(ZoneId zone) {
    return new Contribution(at, day(at, zone), combination, counts);
  }

  private static Counts counts(Standing standing) {
    var rating = standing.rating();
    var resolved = rating.flatMap(it -> it.answer().resolved());
    boolean delivered =
        rating.isPresent()
            || request(standing).map(it -> it.passage().deliveredAt().isPresent()).orElse(true);
    return new Counts(
        1,
        delivered ? 1 : 0,
        rating.isPresent() ? 1 : 0,
        resolved.filter(yes -> yes).isPresent() ? 1 : 0,
        resolved.filter(yes -> !yes).isPresent() ? 1 : 0,
        rating.map(Contribution::score).orElseGet(TreeMap::new));
  }

  private static SortedMap<Integer, Long> score(Rating rating) {
    return new TreeMap<>(Map.of(rating.answer().score(), 1L));
  }
}
