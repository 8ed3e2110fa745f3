package ratings.local.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ratings.local.template.FunctionEvent.HttpRoute;
import ratings.local.template.FunctionEvent.QueueEvent;
import ratings.local.template.FunctionEvent.ScheduleEvent;
import ratings.local.template.FunctionEvent.StreamEvent;
import ratings.local.template.FunctionEvent.TopicEvent;

/** Reads one entry of a function's {@code Events}. */
final class EventReader {
  private static final int WITHOUT_LIMIT = -1;

  private EventReader() {}

  static FunctionEvent read(String name, Properties event) {
    String type = event.text("Type");
    var properties = event.section("Properties");
    event.end();
    var read =
        switch (type) {
          case "HttpApi" -> route(name, properties);
          case "Schedule" -> schedule(name, properties, ScheduleEvent.Kind.RULE);
          case "ScheduleV2" -> schedule(name, properties, ScheduleEvent.Kind.SCHEDULER);
          case "DynamoDB" -> stream(name, properties);
          case "SQS" -> queue(name, properties);
          case "SNS" -> topic(name, properties);
          default ->
              throw new TemplateException(
                  event.where(), "event type " + type + " is not known to the local stack");
        };
    properties.end();
    return read;
  }

  private static HttpRoute route(String name, Properties properties) {
    var auth = properties.section("Auth");
    var authorizer = auth.optionalText("Authorizer");
    var scopes = auth.texts("AuthorizationScopes");
    auth.end();
    if (!properties.optionalText("PayloadFormatVersion").orElse("2.0").equals("2.0")) {
      throw new TemplateException(properties.where(), "only payload format 2.0 is known here");
    }
    properties.ignore("HttpApi event", "RouteSettings", "TimeoutInMillis");
    var path = properties.optionalText("Path");
    var method = properties.optionalText("Method");
    String api = properties.optionalText("ApiId").orElse(ApiReader.IMPLICIT);
    String key =
        path.map(
                it ->
                    method
                            .orElse("ANY")
                            .toUpperCase(Locale.ROOT)
                            .replace("X-AMAZON-APIGATEWAY-ANY-METHOD", "ANY")
                        + " "
                        + it)
            .orElse("$default");
    return new HttpRoute(name, api, key, authorizer, scopes);
  }

  private static ScheduleEvent schedule(
      String name, Properties properties, ScheduleEvent.Kind kind) {
    properties.skip("Name", "Description");
    properties.ignore(
        "Schedule event",
        "DeadLetterConfig",
        "FlexibleTimeWindow",
        "PermissionsBoundary",
        "RetryPolicy",
        "RoleArn");
    boolean enabled =
        properties.flag("Enabled", true)
            && properties.optionalText("State").orElse("ENABLED").equals("ENABLED");
    return new ScheduleEvent(
        name,
        kind,
        properties.text(kind == ScheduleEvent.Kind.RULE ? "Schedule" : "ScheduleExpression"),
        properties.optionalText("ScheduleExpressionTimezone").orElse("UTC"),
        properties.optionalText("Input"),
        enabled);
  }

  private static StreamEvent stream(String name, Properties properties) {
    return new StreamEvent(
        name,
        between(properties.text("Stream"), "table/", "/stream"),
        properties.text("StartingPosition"),
        properties.number("BatchSize", 100),
        properties.number("MaximumBatchingWindowInSeconds", 0),
        properties.number("MaximumRetryAttempts", WITHOUT_LIMIT),
        properties.number("MaximumRecordAgeInSeconds", WITHOUT_LIMIT),
        properties.flag("BisectBatchOnFunctionError", false),
        reportsPartialFailures(properties),
        properties.number("ParallelizationFactor", 1),
        filters(properties),
        failureDestination(properties),
        properties.flag("Enabled", true));
  }

  private static QueueEvent queue(String name, Properties properties) {
    var scaling = properties.section("ScalingConfig");
    Optional<Integer> concurrency =
        scaling.optionalText("MaximumConcurrency").map(Integer::valueOf);
    scaling.end();
    String arn = properties.text("Queue");
    return new QueueEvent(
        name,
        arn.substring(arn.lastIndexOf(':') + 1),
        properties.number("BatchSize", 10),
        properties.number("MaximumBatchingWindowInSeconds", 0),
        reportsPartialFailures(properties),
        concurrency,
        filters(properties),
        properties.flag("Enabled", true));
  }

  private static TopicEvent topic(String name, Properties properties) {
    properties.ignore("SNS event", "Region");
    String arn = properties.text("Topic");
    return new TopicEvent(
        name,
        arn.substring(arn.lastIndexOf(':') + 1),
        MessagingReader.subscriptionAttributes(properties));
  }

  private static boolean reportsPartialFailures(Properties properties) {
    return properties.texts("FunctionResponseTypes").contains("ReportBatchItemFailures");
  }

  private static List<String> filters(Properties properties) {
    var criteria = properties.section("FilterCriteria");
    var patterns =
        criteria.sections("Filters").stream()
            .map(
                filter -> {
                  String pattern = filter.text("Pattern");
                  filter.end();
                  return pattern;
                })
            .toList();
    criteria.end();
    return patterns;
  }

  private static Optional<String> failureDestination(Properties properties) {
    var config = properties.section("DestinationConfig");
    var onFailure = config.section("OnFailure");
    config.end();
    onFailure.skip("Type");
    var destination = onFailure.optionalText("Destination");
    onFailure.end();
    return destination;
  }

  private static String between(String text, String before, String after) {
    int start = text.indexOf(before) + before.length();
    int end = text.indexOf(after, start);
    return end < 0 ? text : text.substring(start, end);
  }

  static String json(Object value) {
    try {
      return value instanceof String text ? text : new JsonMapper().writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
