package ratings.local.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ratings.local.template.Deployed.Resource;

/**
 * What streams, queues and topics need so that one bad record neither stops the others nor is lost.
 */
record SourceRules(Deployed template) {
  private static final long WITHOUT_LIMIT = -1;

  Stream<String> flaws() {
    return template.functions().stream()
        .flatMap(
            function ->
                Stream.of(
                        Deployed.events(function, "DynamoDB").values().stream()
                            .flatMap(it -> stream(function, it)),
                        Deployed.events(function, "SQS").values().stream()
                            .flatMap(it -> queue(function, it)),
                        Deployed.events(function, "SNS").values().stream()
                            .flatMap(_ -> topic(function)))
                    .flatMap(it -> it));
  }

  private static Stream<String> topic(Resource function) {
    return function
            .property("EventInvokeConfig", "DestinationConfig", "OnFailure", "Destination")
            .isPresent()
        ? Stream.empty()
        : Stream.of(function.id() + " has no place for what failed");
  }

  private Stream<String> stream(Resource function, Object mapping) {
    var flaws = new ArrayList<String>();
    if (!Deployed.at(mapping, "BisectBatchOnFunctionError").equals(Optional.of(true))) {
      flaws.add("does not bisect");
    }
    if (!reportsPartialFailures(mapping)) {
      flaws.add("does not report partial failures");
    }
    if (!isLimited(mapping, "MaximumRetryAttempts")) {
      flaws.add("retries for ever");
    }
    if (!isLimited(mapping, "MaximumRecordAgeInSeconds")) {
      flaws.add("takes records of any age");
    }
    if (Deployed.at(mapping, "DestinationConfig", "OnFailure", "Destination").isEmpty()) {
      flaws.add("has no place for what failed");
    }
    return flaws.stream().map(flaw -> function.id() + " " + flaw);
  }

  private Stream<String> queue(Resource function, Object mapping) {
    var flaws = new ArrayList<String>();
    var queue = Deployed.at(mapping, "Queue").flatMap(Deployed::target).flatMap(template::resource);
    if (!reportsPartialFailures(mapping)) {
      flaws.add("does not report partial failures");
    }
    if (queue.isEmpty() || !givesUp(queue.get())) {
      flaws.add("reads a queue that never gives up");
    }
    if (queue.isEmpty() || !hidesLongEnough(queue.get(), function)) {
      flaws.add("reads a queue that sends again while it runs");
    }
    if (queue.filter(it -> feeds(function, it)).isPresent()
        && !function.property("RecursiveLoop").equals(Optional.of("Allow"))) {
      flaws.add("feeds its own queue, which is stopped after 16 rounds");
    }
    return flaws.stream().map(flaw -> function.id() + " " + flaw);
  }

  /** Whether it may send to that queue. */
  private static boolean feeds(Resource function, Resource queue) {
    return Deployed.list(function.property("Policies").orElse(List.of())).stream()
        .flatMap(policy -> Deployed.at(policy, "Statement").stream())
        .flatMap(statements -> Deployed.list(statements).stream())
        .map(Deployed::map)
        .filter(statement -> Deployed.list(statement.get("Action")).contains("sqs:SendMessage"))
        .anyMatch(
            statement ->
                Deployed.target(statement.get("Resource")).equals(Optional.of(queue.id())));
  }

  private boolean givesUp(Resource queue) {
    return queue.property("RedrivePolicy", "maxReceiveCount").isPresent()
        && queue
            .property("RedrivePolicy", "deadLetterTargetArn")
            .flatMap(Deployed::target)
            .flatMap(template::resource)
            .filter(it -> it.type().equals("AWS::SQS::Queue"))
            .isPresent();
  }

  private boolean hidesLongEnough(Resource queue, Resource function) {
    return queue.property("VisibilityTimeout").orElse(30L) instanceof Long hidden
        && template.ofFunction(function, "Timeout").orElse(3L) instanceof Long timeout
        && hidden >= timeout;
  }

  private static boolean reportsPartialFailures(Object mapping) {
    return Deployed.at(mapping, "FunctionResponseTypes")
        .filter(it -> Deployed.list(it).equals(List.of("ReportBatchItemFailures")))
        .isPresent();
  }

  private static boolean isLimited(Object mapping, String name) {
    return Deployed.at(mapping, name)
        .filter(it -> it instanceof Long limit && limit != WITHOUT_LIMIT)
        .isPresent();
  }
}
