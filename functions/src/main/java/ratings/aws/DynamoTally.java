package ratings.aws;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import ratings.domain.Unavailable;
import ratings.domain.report.Sighting;
import ratings.domain.report.Tally;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Counts in DynamoDB, exactly once: a marker beside each conversation says what of it is in the
 * cells, and changes with them in one transaction, over itself as it was read and nothing else. The
 * difference is taken against the marker; what a record of the stream tells of the time before it
 * is not looked at. Many conversations are summed into one transaction. One whose condition fails
 * was overtaken: everything is read and worked out again. One that DynamoDB will never take is cut
 * in half, down to the conversation that it is about.
 */
public final class DynamoTally implements Tally {
  private static final int MOST_RACES = 20;
  private static final String INVALID = "ValidationException";
  private static final String INVALID_PART = "ValidationError";

  private final DynamoDbClient dynamo;
  private final String table;
  private final Clock clock;
  private final Retries retries;
  private final RatingReads reads;
  private final UnfoldedMonths unfolded;

  public DynamoTally(DynamoDbClient dynamo, String table, Clock clock, Retries retries) {
    this.dynamo = dynamo;
    this.table = table;
    this.clock = clock;
    this.retries = retries;
    this.reads = new RatingReads(dynamo, table, retries);
    this.unfolded = new UnfoldedMonths(dynamo, table, retries);
  }

  @Override
  public Map<String, Outcome> count(Collection<Sighting> sightings) {
    var newest =
        sightings.stream()
            .collect(
                toMap(
                    Sighting::key,
                    Function.identity(),
                    BinaryOperator.maxBy(Comparator.comparingLong(Sighting::version))));
    return settle(newest.values().stream().<Countable>map(Countable.Seen::new).toList());
  }

  /** Counts conversations, each of which is there once. */
  Map<String, Outcome> settle(List<Countable> conversations) {
    var round = new Round();
    round.settle(conversations);
    return round.outcomes;
  }

  /** Counts conversations until each has its outcome; once the store is down, none any more. */
  private final class Round {
    private final Map<String, Outcome> outcomes = new HashMap<>();
    private List<Countable> open = List.of();
    private boolean down;

    void settle(List<Countable> some) {
      open = some;
      for (int i = 0; i < MOST_RACES && !open.isEmpty() && !down; i++) {
        try {
          var steps = steps(open);
          open = new ArrayList<>();
          Summing.all(steps).forEach(this::write);
        } catch (Unavailable e) {
          isDown(e);
        }
      }
      open.forEach(conversation -> outcomes.put(conversation.key(), Outcome.LATER));
    }

    private void isDown(Unavailable e) {
      Trouble.log("tally", e.getCause());
      down = true;
    }

    private List<Step> steps(List<Countable> all) {
      var markers = reads.getAsTheyAre(all.stream().map(it -> MarkerItem.key(it.key())).toList());
      var zones = zones(all);
      var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
      var steps = new ArrayList<Step>();
      for (var conversation : all) {
        try {
          var marker = MarkerItem.marker(markers.getOrDefault(conversation.key(), Map.of()));
          var zone = zones.get(Keys.workspaceOf(conversation.key()));
          Step.of(conversation, marker, zone, today)
              .ifPresentOrElse(steps::add, () -> outcomes.put(conversation.key(), Outcome.COUNTED));
        } catch (RuntimeException e) {
          Trouble.log("tally", e);
          outcomes.put(conversation.key(), Outcome.NEVER);
        }
      }
      return steps;
    }

    private void write(Summing sum) {
      if (down) {
        sum.steps().forEach(step -> open.add(step.conversation()));
        return;
      }
      try {
        sum.months().forEach(unfolded::note);
        retries.call(() -> dynamo.transactWriteItems(t -> t.transactItems(sum.writes(table))));
        sum.steps().forEach(step -> outcomes.put(step.key(), Outcome.COUNTED));
      } catch (Unavailable e) {
        isDown(e);
        sum.steps().forEach(step -> open.add(step.conversation()));
      } catch (DynamoDbException e) {
        refused(sum, e);
      }
    }

    private void refused(Summing sum, DynamoDbException e) {
      if (!isInvalid(e)) {
        if (!(e instanceof TransactionCanceledException)) {
          throw e;
        }
        sum.steps().forEach(step -> open.add(step.conversation()));
      } else if (sum.steps().size() > 1) {
        sum.halves().forEach(this::write);
      } else {
        Trouble.log("tally", e);
        outcomes.put(sum.steps().getFirst().key(), Outcome.NEVER);
      }
    }
  }

  private Map<String, ZoneId> zones(List<Countable> all) {
    var keys = all.stream().map(it -> Keys.workspaceOf(it.key())).distinct().toList();
    var items = reads.getAsTheyAre(keys.stream().map(WorkspaceItem::ofKey).toList());
    return keys.stream().collect(toMap(Function.identity(), key -> zone(items.get(key))));
  }

  private static ZoneId zone(Map<String, AttributeValue> item) {
    return WorkspaceItem.settings(Optional.ofNullable(item).orElseGet(Map::of)).timeZone();
  }

  private static boolean isInvalid(AwsServiceException e) {
    return e instanceof TransactionCanceledException cancelled
        ? cancelled.cancellationReasons().stream()
            .anyMatch(reason -> INVALID_PART.equals(reason.code()))
        : e.awsErrorDetails() != null && INVALID.equals(e.awsErrorDetails().errorCode());
  }
}
