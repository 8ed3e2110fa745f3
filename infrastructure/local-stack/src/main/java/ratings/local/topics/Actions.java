package ratings.local.topics;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** The calls of SNS that are known here, each from parameters to the content of its answer. */
record Actions(Topics topics, String accountId) {
  private static final int PAGE = 100;
  private static final int MOST_ENTRIES = 10;

  List<Xml> run(String action, QueryRequest request) {
    return switch (action) {
      case "Publish" -> publish(request);
      case "PublishBatch" -> publishBatch(request);
      case "Subscribe" -> subscribe(request);
      case "ConfirmSubscription" -> confirm(request);
      case "Unsubscribe" -> unsubscribe(request);
      case "ListSubscriptionsByTopic" -> list(request);
      case "GetTopicAttributes" -> topicAttributes(request);
      case "GetSubscriptionAttributes" ->
          Answers.subscriptionAttributes(
              topics.subscription(request.required("SubscriptionArn")), accountId);
      case "SetSubscriptionAttributes" -> set(request);
      default ->
          throw new SnsError("InvalidAction", 400, "The action " + action + " is not known here.");
    };
  }

  private List<Xml> publish(QueryRequest request) {
    String arn = request.optional("TopicArn").orElseGet(() -> request.required("TargetArn"));
    return List.of(Xml.of("MessageId", topics.publish(arn, request.message("")).toString()));
  }

  private List<Xml> publishBatch(QueryRequest request) {
    String arn = request.required("TopicArn");
    topics.requireTopic(arn);
    var entries = request.elements("PublishBatchRequestEntries.member", "Id");
    requireBatch(request, entries);
    var successful = new ArrayList<Xml>();
    var failed = new ArrayList<Xml>();
    for (var entry : entries) {
      var id = Xml.of("Id", request.required(entry + "Id"));
      try {
        var messageId = topics.publish(arn, request.message(entry));
        successful.add(Xml.of("member", id, Xml.of("MessageId", messageId.toString())));
      } catch (SnsError e) {
        failed.add(
            Xml.of(
                "member",
                id,
                Xml.of("Code", e.code()),
                Xml.of("Message", e.getMessage()),
                Xml.of("SenderFault", "true")));
      }
    }
    return List.of(new Xml.Parent("Successful", successful), new Xml.Parent("Failed", failed));
  }

  private static void requireBatch(QueryRequest request, List<String> entries) {
    if (entries.isEmpty()) {
      throw new SnsError("EmptyBatchRequest", 400, "The batch request contains no entries.");
    }
    if (entries.size() > MOST_ENTRIES) {
      throw new SnsError(
          "TooManyEntriesInBatchRequest", 400, "The batch request contains more than 10 entries.");
    }
    var ids = new HashSet<String>();
    int bytes = 0;
    for (var entry : entries) {
      if (!ids.add(request.required(entry + "Id"))) {
        throw new SnsError(
            "BatchEntryIdsNotDistinct", 400, "Two or more batch entries have the same Id.");
      }
      bytes += request.optional(entry + "Message").orElse("").length();
    }
    if (bytes > Message.MOST_BYTES) {
      throw new SnsError("BatchRequestTooLong", 400, "The batch is longer than 262144 bytes.");
    }
  }

  private List<Xml> subscribe(QueryRequest request) {
    var subscription =
        topics.subscribe(
            request.required("TopicArn"),
            Protocol.of(request.required("Protocol")),
            request.required("Endpoint"),
            new SubscriptionSettings(request.map("Attributes")));
    boolean tellArn =
        subscription.confirmed()
            || request.optional("ReturnSubscriptionArn").filter("true"::equals).isPresent();
    return List.of(
        Xml.of("SubscriptionArn", tellArn ? subscription.arn() : "pending confirmation"));
  }

  private List<Xml> confirm(QueryRequest request) {
    var confirmed = topics.confirm(request.required("TopicArn"), request.required("Token"));
    return List.of(Xml.of("SubscriptionArn", confirmed.arn()));
  }

  private List<Xml> unsubscribe(QueryRequest request) {
    topics.unsubscribe(request.required("SubscriptionArn"));
    return List.of();
  }

  private List<Xml> set(QueryRequest request) {
    topics.set(
        request.required("SubscriptionArn"),
        request.required("AttributeName"),
        request.optional("AttributeValue").orElse(""));
    return List.of();
  }

  private List<Xml> list(QueryRequest request) {
    String arn = request.required("TopicArn");
    topics.requireTopic(arn);
    var all = topics.subscribers(arn);
    int from =
        request
            .optional("NextToken")
            .filter(token -> !token.isEmpty())
            .map(Actions::from)
            .orElse(0);
    int to = Math.min(all.size(), from + PAGE);
    var members =
        all.subList(Math.min(from, to), to).stream()
            .map(it -> Answers.member(it, accountId))
            .toList();
    var result = new ArrayList<Xml>();
    result.add(new Xml.Parent("Subscriptions", members));
    if (to < all.size()) {
      result.add(Xml.of("NextToken", Integer.toString(to)));
    }
    return List.copyOf(result);
  }

  private static int from(String token) {
    try {
      return Integer.parseUnsignedInt(token);
    } catch (NumberFormatException e) {
      throw SnsError.invalid("NextToken");
    }
  }

  private List<Xml> topicAttributes(QueryRequest request) {
    String arn = request.required("TopicArn");
    topics.requireTopic(arn);
    return Answers.topicAttributes(arn, topics.subscribers(arn), accountId);
  }
}
