package ratings.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ratings.Figures;
import ratings.aws.CrashingDynamo.Crash;
import ratings.domain.rating.VirtualClock;
import ratings.domain.report.Sighting;
import ratings.domain.report.Tally;
import ratings.domain.report.Tally.Outcome;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What is counted equals a recount, whatever becomes of the stream's batches (P6). */
class CountedOnceTest {
  private static final Retries RETRIES = new Retries(3, Duration.ofNanos(2), _ -> {});
  private static final LocalDate FROM = LocalDate.parse("2026-08-01");
  private static final LocalDate TO = LocalDate.parse("2027-01-31");
  private static final int MOST_COPIES = 4;
  private static final int AT_ONCE = 4;

  @AutoClose private final LocalTable table = LocalTable.ofRatings();
  private final VirtualClock clock = new VirtualClock();
  private final Random random = new Random(20261122);
  private final List<Map<String, AttributeValue>> images = new ArrayList<>();

  @BeforeEach
  void putZones() {
    Histories.putZones(table, Histories.ZONES);
  }

  @Test
  void p6CellsEqualARecountWhateverBecomesOfTheBatches() throws Exception {
    draw(Figures.of(2_000));

    deliver(tally(onABadDay(table.dynamo())));

    assertThatAllIsCountedOnce();
  }

  @Test
  void p6ItsBrokenTwinWithoutConditionCountsTwice() throws Exception {
    draw(200);

    deliver(tally(AlteredWrites.withoutCondition(onABadDay(table.dynamo()))));

    assertThatThrownBy(this::assertThatAllIsCountedOnce).isInstanceOf(AssertionError.class);
  }

  @Test
  void p6ItsBrokenTwinWithoutMarkerCountsTwice() throws Exception {
    draw(200);

    deliver(tally(AlteredWrites.withoutMarker(table.dynamo())));

    assertThatThrownBy(this::assertThatAllIsCountedOnce).isInstanceOf(AssertionError.class);
  }

  @Test
  void p6ItsBrokenTwinThatLooksAtOldImagesMissesSome() throws Exception {
    draw(200);

    deliver(new OldImagesTally(images));

    assertThatThrownBy(this::assertThatAllIsCountedOnce).isInstanceOf(AssertionError.class);
  }

  /** Counts each version once, by what its own write has changed. */
  private final class OldImagesTally implements Tally {
    private final Map<String, Sighting> all = new HashMap<>();
    private final Map<String, Long> counted = new HashMap<>();

    OldImagesTally(List<Map<String, AttributeValue>> images) {
      images.stream().map(SightingItem::of).forEach(it -> all.put(it.key() + it.version(), it));
    }

    @Override
    public synchronized Map<String, Outcome> count(Collection<Sighting> sightings) {
      for (var sighting : sightings) {
        if (counted.getOrDefault(sighting.key(), 0L) < sighting.version()) {
          counted.put(sighting.key(), sighting.version());
          var old = Optional.ofNullable(all.get(sighting.key() + (sighting.version() - 1)));
          var zone = Histories.ZONES.get(sighting.key().split("#", 3)[1]);
          var before = old.flatMap(it -> it.contribution(zone));
          var marker = Marker.NONE.counted(0, before, LocalDate.MIN);
          Step.of(new Countable.Seen(sighting), marker, zone, TO)
              .map(List::of)
              .map(Summing::new)
              .ifPresent(this::add);
        }
      }
      return Map.of();
    }

    private void add(Summing sum) {
      var cells = sum.writes(table.name()).stream().filter(it -> it.put() == null).toList();
      if (!cells.isEmpty()) {
        table.dynamo().transactWriteItems(t -> t.transactItems(cells));
      }
    }
  }

  private void draw(int count) {
    images.addAll(new Histories(20261122).draw(count).images());
  }

  private DynamoDbClient onABadDay(DynamoDbClient real) {
    return new CrashingDynamo(new FaultyDynamo(real, random, 25, 5), random, 3);
  }

  private Tally tally(DynamoDbClient dynamo) {
    return new DynamoTally(dynamo, table.name(), clock, RETRIES);
  }

  /**
   * Each image once to four times, in any order, cut anyhow, several at once, until all is told.
   */
  private void deliver(Tally tally) throws Exception {
    var copies = new ArrayList<Map<String, AttributeValue>>();
    for (var image : images) {
      copies.addAll(Collections.nCopies(1 + random.nextInt(MOST_COPIES), image));
    }
    Collections.shuffle(copies, random);
    var waiting = new ConcurrentLinkedQueue<>(copies);
    try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
      Callable<Void> worker =
          () -> {
            while (!waiting.isEmpty()) {
              waiting.addAll(again(tally, next(waiting)));
            }
            return null;
          };
      for (var done : threads.invokeAll(Collections.nCopies(AT_ONCE, worker))) {
        done.get();
      }
    }
  }

  private List<Map<String, AttributeValue>> next(
      ConcurrentLinkedQueue<Map<String, AttributeValue>> waiting) {
    var batch = new ArrayList<Map<String, AttributeValue>>();
    for (int left = 1 + random.nextInt(500); left > 0 && !waiting.isEmpty(); left--) {
      var image = waiting.poll();
      if (image != null) {
        batch.add(image);
      }
    }
    return batch;
  }

  private static Collection<Map<String, AttributeValue>> again(
      Tally tally, List<Map<String, AttributeValue>> batch) {
    try {
      List<Sighting> sightings = batch.stream().map(SightingItem::of).toList();
      var outcomes = tally.count(sightings);
      assertThat(outcomes).doesNotContainValue(Outcome.NEVER);
      return batch.stream()
          .filter(image -> outcomes.get(RatingItem.partition(image)) == Outcome.LATER)
          .toList();
    } catch (Crash e) {
      return batch;
    }
  }

  private void assertThatAllIsCountedOnce() {
    var tallies = new DynamoTallies(table.dynamo(), table.name(), RETRIES);
    var counted = new HashMap<String, Object>();
    var recounted = new HashMap<String, Object>();
    for (var workspace : Histories.ZONES.keySet()) {
      counted.put(workspace, Histories.sums(tallies.cells(workspace, FROM, TO)));
      recounted.put(
          workspace, Histories.recount(images, workspace, Histories.ZONES.get(workspace)));
    }
    assertThat(counted).isEqualTo(recounted);
  }
}
