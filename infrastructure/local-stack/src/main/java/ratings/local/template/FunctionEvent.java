package ratings.local.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What calls a function. */
public sealed interface FunctionEvent {
  /** Its name under the function's {@code Events}. */
  String name();

  /**
   * A route of an HTTP API.
   *
   * @param key as the gateway has it: {@code GET /v1/lines/{lineId}}, {@code ANY /x}, {@code
   *     $default}
   * @param authorizer name of the API's authorizer, empty for a public route
   */
  record HttpRoute(
      String name, String apiId, String key, Optional<String> authorizer, List<String> scopes)
      implements FunctionEvent {
    public HttpRoute {
      scopes = List.copyOf(scopes);
    }
  }

  /**
   * A schedule.
   *
   * @param expression {@code rate(1 minute)} or {@code cron(...)}
   * @param timeZone of a cron expression, {@code UTC} unless the template says otherwise
   * @param input the event it sends instead of the usual one
   */
  record ScheduleEvent(
      String name,
      Kind kind,
      String expression,
      String timeZone,
      Optional<String> input,
      boolean enabled)
      implements FunctionEvent {

    /** SAM's {@code Schedule} is a rule, its {@code ScheduleV2} is the Scheduler's. */
    public enum Kind {
      RULE,
      SCHEDULER
    }
  }

  /**
   * A table's stream. A figure of -1 means without limit, as in the template.
   *
   * @param tableId logical id of the table
   * @param filters patterns as JSON texts; one that matches is enough
   * @param failureDestination ARN of a queue, bucket or topic
   */
  record StreamEvent(
      String name,
      String tableId,
      String startingPosition,
      int batchSize,
      int windowSeconds,
      int maximumRetries,
      int maximumAgeSeconds,
      boolean bisect,
      boolean reportsPartialFailures,
      int parallelism,
      List<String> filters,
      Optional<String> failureDestination,
      boolean enabled)
      implements FunctionEvent {
    public StreamEvent {
      filters = List.copyOf(filters);
    }
  }

  /**
   * A queue.
   *
   * @param queueId logical id of the queue
   * @param maximumConcurrency batches at a time, empty without limit
   */
  record QueueEvent(
      String name,
      String queueId,
      int batchSize,
      int windowSeconds,
      boolean reportsPartialFailures,
      Optional<Integer> maximumConcurrency,
      List<String> filters,
      boolean enabled)
      implements FunctionEvent {
    public QueueEvent {
      filters = List.copyOf(filters);
    }
  }

  /**
   * A topic.
   *
   * @param topicId logical id of the topic
   * @param attributes of the subscription, by SNS's names; policies as JSON
   */
  record TopicEvent(String name, String topicId, Map<String, String> attributes)
      implements FunctionEvent {
    public TopicEvent {
      attributes = Map.copyOf(attributes);
    }
  }
}
