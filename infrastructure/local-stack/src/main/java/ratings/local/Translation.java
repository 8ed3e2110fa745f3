package ratings.local;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ratings.local.mappings.Destination;
import ratings.local.mappings.EventFilter;
import ratings.local.mappings.QueueMapping;
import ratings.local.mappings.StreamMapping;
import ratings.local.queues.Queue;
import ratings.local.queues.Redrive;
import ratings.local.schedules.Schedule;
import ratings.local.schedules.Timing;
import ratings.local.storage.Index;
import ratings.local.storage.Key;
import ratings.local.storage.Table;
import ratings.local.template.FunctionEvent.QueueEvent;
import ratings.local.template.FunctionEvent.ScheduleEvent;
import ratings.local.template.FunctionEvent.StreamEvent;
import ratings.local.template.QueueResource;
import ratings.local.template.TableResource;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

/** From the template's records to those of what runs them. */
public final class Translation {
  private static final int USUAL_CONCURRENCY = 2;

  /** In seconds. */
  private static final int LONGEST_WINDOW = 1;

  private Translation() {}

  public static Table table(TableResource table) {
    return new Table(
        table.id(),
        table.attributes().entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, it -> ScalarAttributeType.fromValue(it.getValue()))),
        key(table.key()),
        table.indexes().stream().map(Translation::index).toList(),
        table.streamView().map(StreamViewType::fromValue),
        table.expiryAttribute());
  }

  /** Dead-letter queues first, because the others name them. */
  static List<Queue> queues(List<QueueResource> queues) {
    return Stream.concat(
            queues.stream().filter(it -> it.redrive().isEmpty()),
            queues.stream().filter(it -> it.redrive().isPresent()))
        .map(Translation::queue)
        .toList();
  }

  /** Whoever tries things out does not wait for a batch to fill as long as it may take at AWS. */
  static StreamMapping mapping(String functionId, StreamEvent event, String streamArn) {
    return new StreamMapping(
        functionId,
        streamArn,
        StreamMapping.Start.valueOf(event.startingPosition()),
        event.batchSize(),
        Duration.ofSeconds(Math.min(event.windowSeconds(), LONGEST_WINDOW)),
        EventFilter.of(event.filters()),
        event.reportsPartialFailures(),
        event.bisect(),
        limit(event.maximumRetries()),
        limit(event.maximumAgeSeconds()).stream().mapToObj(Duration::ofSeconds).findFirst(),
        event.failureDestination().map(Destination::of));
  }

  static QueueMapping mapping(String functionId, QueueEvent event, String queueArn) {
    return new QueueMapping(
        functionId,
        queueArn,
        event.batchSize(),
        Duration.ofSeconds(event.windowSeconds()),
        EventFilter.of(event.filters()),
        event.reportsPartialFailures(),
        event.maximumConcurrency().orElse(USUAL_CONCURRENCY));
  }

  static Schedule schedule(String functionId, ScheduleEvent event) {
    return new Schedule(
        functionId + event.name(),
        functionId,
        Schedule.Kind.valueOf(event.kind().name()),
        Timing.parse(event.expression(), ZoneId.of(event.timeZone())),
        event.input(),
        event.enabled());
  }

  private static OptionalInt limit(int figure) {
    return figure < 0 ? OptionalInt.empty() : OptionalInt.of(figure);
  }

  private static Queue queue(QueueResource queue) {
    Optional<Redrive> redrive =
        queue.redrive().map(it -> new Redrive(it.queueId(), it.maximumReceives()));
    return new Queue(
        queue.id(),
        Duration.ofSeconds(queue.visibilitySeconds()),
        Duration.ofSeconds(queue.delaySeconds()),
        redrive);
  }

  private static Index index(TableResource.Index index) {
    return new Index(
        index.name(),
        key(index.key()),
        ProjectionType.fromValue(index.projection()),
        index.included());
  }

  private static Key key(TableResource.Key key) {
    return new Key(key.hash(), key.range());
  }
}
