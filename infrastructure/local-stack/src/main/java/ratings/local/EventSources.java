package ratings.local;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ratings.local.account.Account;
import ratings.local.mappings.AsynchronousInvoker;
import ratings.local.mappings.Destinations;
import ratings.local.mappings.Invoker;
import ratings.local.mappings.Mappings;
import ratings.local.schedules.Schedule;
import ratings.local.schedules.Schedules;
import ratings.local.template.FunctionEvent.HttpRoute;
import ratings.local.template.FunctionEvent.QueueEvent;
import ratings.local.template.FunctionEvent.ScheduleEvent;
import ratings.local.template.FunctionEvent.StreamEvent;
import ratings.local.template.FunctionEvent.TopicEvent;
import ratings.local.template.FunctionResource;
import ratings.local.template.Template;
import ratings.local.topics.Message;
import ratings.local.topics.Protocol;
import ratings.local.topics.SubscriptionSettings;

/** What calls functions besides HTTP: streams, queues, topics, schedules. */
final class EventSources implements AutoCloseable {
  private final Account account;
  private final Backends backends;
  private final Mappings mappings;
  private final Schedules schedules;

  EventSources(
      Account account,
      Settings settings,
      Backends backends,
      Template template,
      Invoker functions,
      AsynchronousInvoker later) {
    this.account = account;
    this.backends = backends;
    var destinations = new Destinations(backends.queues(), backends.buckets(), this::publish);
    this.mappings =
        new Mappings(
            account,
            backends.dynamoDb(),
            backends.queues(),
            functions,
            settings.onStreams().apply(functions),
            destinations,
            settings.lines()::accept);
    this.schedules = new Schedules(schedules(template), account, later, InstantSource.system());
    template.functions().forEach(this::connect);
    template
        .subscriptions()
        .forEach(it -> subscribe(it.topicId(), it.protocol(), it.endpoint(), it.attributes()));
    schedules.start();
  }

  /**
   * Runs a function's schedules now.
   *
   * @return how many it has
   */
  int fire(String functionId) {
    return schedules.fire(functionId);
  }

  @Override
  public void close() {
    schedules.close();
    mappings.close();
  }

  private void connect(FunctionResource function) {
    for (var event : function.events()) {
      switch (event) {
        case StreamEvent stream -> {
          if (stream.enabled()) {
            String arn = backends.streamArn(stream.tableId());
            mappings.start(Translation.mapping(function.id(), stream, arn));
          }
        }
        case QueueEvent queue -> {
          if (queue.enabled()) {
            String arn = account.arn("sqs", queue.queueId());
            mappings.start(Translation.mapping(function.id(), queue, arn));
          }
        }
        case TopicEvent topic ->
            subscribe(
                topic.topicId(),
                Protocol.LAMBDA.wire(),
                account.arn("lambda", "function:" + function.id()),
                topic.attributes());
        case HttpRoute route -> {}
        case ScheduleEvent schedule -> {}
      }
    }
  }

  private void subscribe(
      String topicId, String protocol, String endpoint, Map<String, String> attributes) {
    backends
        .topics()
        .subscribe(
            account.arn("sns", topicId),
            Protocol.of(protocol),
            endpoint,
            new SubscriptionSettings(attributes));
  }

  private void publish(String topicArn, String message) {
    backends.topics().publish(topicArn, new Message(Optional.empty(), message, Map.of()));
  }

  private static List<Schedule> schedules(Template template) {
    var schedules = new ArrayList<Schedule>();
    for (var function : template.functions()) {
      for (var event : function.events()) {
        if (event instanceof ScheduleEvent schedule) {
          schedules.add(Translation.schedule(function.id(), schedule));
        }
      }
    }
    return schedules;
  }
}
