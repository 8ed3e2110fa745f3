package ratings.local.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Evaluated resources, each handed to the reader of its type. */
final class ResourceReader {
  private final LocalNames names;
  private final Ignored ignored;
  private final List<FunctionResource> functions = new ArrayList<>();
  private final List<TableResource> tables = new ArrayList<>();
  private final List<BucketResource> buckets = new ArrayList<>();
  private final List<QueueResource> queues = new ArrayList<>();
  private final List<TopicResource> topics = new ArrayList<>();
  private final List<SubscriptionResource> subscriptions = new ArrayList<>();

  ResourceReader(LocalNames names, Ignored ignored) {
    this.names = names;
    this.ignored = ignored;
  }

  Template read(List<TemplateReader.Declaration> resources) {
    var apis = new ApiReader();
    var hosts = new ArrayList<>(TemplateReader.ids(resources, ApiReader.TYPE));
    hosts.add(ApiReader.IMPLICIT);
    var functionReader = new FunctionReader(names, Set.copyOf(hosts));
    for (var resource : resources) {
      var properties = Properties.of(resource.id(), resource.properties(), ignored);
      String id = resource.id();
      switch (resource.type()) {
        case "AWS::Serverless::Function" -> functions.add(functionReader.read(id, properties));
        case "AWS::Serverless::HttpApi" -> apis.declare(id, properties);
        case "AWS::DynamoDB::Table" -> tables.add(TableReader.read(id, properties));
        case "AWS::S3::Bucket" -> buckets.add(MessagingReader.bucket(id, properties, names));
        case "AWS::SQS::Queue" -> queues.add(MessagingReader.queue(id, properties, names));
        case "AWS::SNS::Topic" -> topic(id, properties);
        case "AWS::SNS::Subscription" ->
            subscriptions.add(MessagingReader.subscription(id, properties));
        default -> leaveOut(resource, properties);
      }
    }
    return new Template(
        functions,
        tables,
        buckets,
        queues,
        topics,
        subscriptions,
        apis.withRoutes(functions),
        ignored.lines());
  }

  private void topic(String id, Properties properties) {
    subscriptions.addAll(MessagingReader.inlineSubscriptions(id, properties));
    topics.add(MessagingReader.topic(id, properties, names));
  }

  private void leaveOut(TemplateReader.Declaration resource, Properties properties) {
    if (!ResourceTypes.isIgnored(resource.type())) {
      throw new TemplateException(
          resource.id(), "type " + resource.type() + " is not known to the local stack");
    }
    ignored.add(resource.type(), properties.where());
  }
}
