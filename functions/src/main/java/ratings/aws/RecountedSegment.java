package ratings.aws;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import ratings.domain.report.Contribution;
import ratings.domain.report.Tally.Outcome;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What a scan of a part of the table comes to. Of a conversation the scan brings the item first and
 * then its marker, for so their keys are sorted; either may be missing.
 */
final class RecountedSegment {
  private static final int AT_ONCE = 500;

  private final DynamoTally tally;
  private final Function<String, ZoneId> zones;
  private final LocalDate until;
  private final Map<String, Sums> workspaces = new HashMap<>();
  private final List<Countable> toMend = new ArrayList<>();
  private Optional<Countable.Seen> last = Optional.empty();

  /** What is counted of a workspace, and in which months. */
  static final class Sums {
    private final TallySums sums = TallySums.none();
    private final Set<YearMonth> months = new HashSet<>();
    private long conversations;
    private long mended;
    private long aside;

    TallySums sums() {
      return sums;
    }

    Set<YearMonth> months() {
      return months;
    }

    long conversations() {
      return conversations;
    }

    long mended() {
      return mended;
    }

    /** Markers that could not be read, so that what they say is missing from the sums. */
    long aside() {
      return aside;
    }

    private void add(Marker marker, Optional<Contribution> asOf) {
      asOf.ifPresent(
          contribution -> {
            conversations++;
            sums.add(contribution);
          });
      marker.now().ifPresent(it -> months.add(YearMonth.from(it.day())));
    }

    void add(Sums other) {
      sums.add(other.sums);
      months.addAll(other.months);
      conversations += other.conversations;
      mended += other.mended;
      aside += other.aside;
    }
  }

  /**
   * Begins.
   *
   * @param zones of workspaces, by their keys
   * @param until the day, in UTC, at whose end the sums are compared
   */
  RecountedSegment(DynamoTally tally, Function<String, ZoneId> zones, LocalDate until) {
    this.tally = tally;
    this.zones = zones;
    this.until = until;
  }

  void see(Map<String, AttributeValue> item) {
    switch (item.get(RatingItem.SK).s()) {
      case RatingItem.SORT -> {
        uncounted();
        last = sighting(item);
      }
      case MarkerItem.SORT -> {
        marker(item);
        last = Optional.empty();
      }
      default -> month(RatingItem.partition(item));
    }
  }

  Map<String, Sums> end() {
    uncounted();
    mend();
    return workspaces;
  }

  /** What cannot be read stays in the bucket of failures, and is not counted. */
  private static Optional<Countable.Seen> sighting(Map<String, AttributeValue> item) {
    try {
      return Optional.of(new Countable.Seen(SightingItem.of(item)));
    } catch (IllegalArgumentException e) {
      Trouble.log("recount", e);
      return Optional.empty();
    }
  }

  /** A conversation without a marker came last. */
  private void uncounted() {
    last.ifPresent(seen -> mendUnlessCovered(seen, Marker.NONE));
    last = Optional.empty();
  }

  private void marker(Map<String, AttributeValue> item) {
    var key = RatingItem.partition(item);
    var sums = workspace(Keys.workspaceOf(key));
    var seen = last.filter(it -> it.key().equals(key));
    if (seen.isEmpty()) {
      uncounted();
    }
    said(item, sums)
        .ifPresent(
            marker ->
                mendUnlessCovered(seen.isPresent() ? seen.get() : new Countable.Gone(key), marker));
  }

  /** What a marker says is added; one that cannot be read is put aside, and stops nobody (P7). */
  private Optional<Marker> said(Map<String, AttributeValue> item, Sums sums) {
    try {
      var marker = MarkerItem.marker(item);
      sums.add(marker, marker.asOf(until));
      return Optional.of(marker);
    } catch (RuntimeException e) {
      Trouble.log("recount", e);
      sums.aside++;
      return Optional.empty();
    }
  }

  private void mendUnlessCovered(Countable conversation, Marker marker) {
    var zone = zones.apply(Keys.workspaceOf(conversation.key()));
    if (Step.of(conversation, marker, zone, until).isPresent()) {
      toMend.add(conversation);
      if (toMend.size() >= AT_ONCE) {
        mend();
      }
    }
  }

  private void mend() {
    tally
        .settle(toMend)
        .forEach(
            (key, outcome) -> {
              if (outcome == Outcome.COUNTED) {
                workspace(Keys.workspaceOf(key)).mended++;
              }
            });
    toMend.clear();
  }

  private void month(String partition) {
    MonthKey.of(partition)
        .ifPresent(month -> workspace(month.workspaceKey()).months.add(month.month()));
  }

  private Sums workspace(String key) {
    return workspaces.computeIfAbsent(key, _ -> new Sums());
  }
}
