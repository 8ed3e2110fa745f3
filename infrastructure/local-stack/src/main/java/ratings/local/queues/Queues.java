package ratings.local.queues;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import ratings.local.account.Account;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** An ElasticMQ in this process, in memory, on loopback. */
public final class Queues implements AutoCloseable {
  private final SQSRestServer server;
  private final Account account;
  private final URI endpoint;
  private final SqsClient sqs;

  private Queues(SQSRestServer server, Account account) {
    this.server = server;
    this.account = account;
    int port = server.waitUntilStarted().localAddress().getPort();
    this.endpoint = URI.create("http://127.0.0.1:" + port);
    this.sqs =
        SqsClient.builder()
            .endpointOverride(endpoint)
            .region(account.sdkRegion())
            .credentialsProvider(account.credentials())
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
  }

  /**
   * Starts one without queues.
   *
   * @param port on loopback; 0 chooses a free one
   */
  public static Queues start(Account account, int port) {
    var server =
        SQSRestServerBuilder.withInterface("127.0.0.1")
            .withPort(port)
            .withAWSRegion(account.region())
            .withAWSAccountId(account.id())
            .start();
    return new Queues(server, account);
  }

  public URI endpoint() {
    return endpoint;
  }

  /** Creates a queue; a dead-letter queue must be there before the queue that names it. */
  public CreatedQueue create(Queue queue) {
    var created =
        sqs.createQueue(create -> create.queueName(queue.name()).attributes(attributes(queue)));
    return new CreatedQueue(queue.name(), created.queueUrl(), arn(queue.name()));
  }

  /** For whoever sends, receives or shows messages. */
  public SqsClient client() {
    return sqs;
  }

  /** The URL of the queue that this ARN names. */
  public String url(String arn) {
    String name = arn.substring(arn.lastIndexOf(':') + 1);
    return sqs.getQueueUrl(get -> get.queueName(name)).queueUrl();
  }

  @Override
  public void close() {
    sqs.close();
    // Nobody waits for it: a long poll that is still open would hold it for a minute.
    server.stopAndGetFuture().apply();
  }

  private String arn(String queue) {
    return account.arn("sqs", queue);
  }

  private Map<QueueAttributeName, String> attributes(Queue queue) {
    var attributes = new EnumMap<QueueAttributeName, String>(QueueAttributeName.class);
    attributes.put(
        QueueAttributeName.VISIBILITY_TIMEOUT,
        Long.toString(queue.visibilityTimeout().toSeconds()));
    attributes.put(QueueAttributeName.DELAY_SECONDS, Long.toString(queue.delay().toSeconds()));
    queue
        .redrive()
        .ifPresent(redrive -> attributes.put(QueueAttributeName.REDRIVE_POLICY, policy(redrive)));
    return attributes;
  }

  private String policy(Redrive redrive) {
    return new JsonMapper()
        .createObjectNode()
        .put("deadLetterTargetArn", arn(redrive.deadLetterQueue()))
        .put("maxReceiveCount", Integer.toString(redrive.maximumReceives()))
        .toString();
  }
}
