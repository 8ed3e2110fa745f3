package ratings.local.template;

import java.util.List;

/**
 * What template.yaml declares, as far as it runs on this machine.
 *
 * @param ignored one line for each kind of thing that does not
 */
public record Template(
    List<FunctionResource> functions,
    List<TableResource> tables,
    List<BucketResource> buckets,
    List<QueueResource> queues,
    List<TopicResource> topics,
    List<SubscriptionResource> subscriptions,
    List<ApiResource> apis,
    List<String> ignored) {
  public Template {
    functions = List.copyOf(functions);
    tables = List.copyOf(tables);
    buckets = List.copyOf(buckets);
    queues = List.copyOf(queues);
    topics = List.copyOf(topics);
    subscriptions = List.copyOf(subscriptions);
    apis = List.copyOf(apis);
    ignored = List.copyOf(ignored);
  }
}
