package ratings.aws;

import java.util.Map;
import java.util.Optional;
import ratings.domain.Tenancy;
import ratings.domain.webhook.Reach;

/** The function's environment, as template.yaml sets it; the only place that reads it. */
public record Environment(Map<String, String> variables) {
  public Environment {
    variables = Map.copyOf(variables);
  }

  public static Environment ofProcess() {
    return new Environment(System.getenv());
  }

  public String ratingsTable() {
    return required("RATINGS_TABLE");
  }

  public String vaultTable() {
    return required("VAULT_TABLE");
  }

  public Tenancy tenancy() {
    return new Tenancy(
        required("WORKSPACE_CLAIM"),
        required("TEAMMATE_CLAIM"),
        variables.getOrDefault("WORKSPACE", ""));
  }

  /** Where the pages of links answer, without a slash at its end. */
  public String pagesUrl() {
    return required("PAGES_URL");
  }

  public String exportBucket() {
    return required("EXPORT_BUCKET");
  }

  /** The whole URL, as SQS names its queues. */
  public String exportQueue() {
    return required("EXPORT_QUEUE");
  }

  /** The ARN. */
  public String lowRatingTopic() {
    return required("LOW_RATING_TOPIC");
  }

  /** The ARN; nothing where nobody listens to every change of a rating. */
  public Optional<String> ratingEventTopic() {
    return Optional.of(variables.getOrDefault("RATING_EVENT_TOPIC", ""))
        .filter(topic -> !topic.isBlank());
  }

  /** Whether every change of a rating is published. */
  public boolean publishesRatings() {
    return variables.getOrDefault("RATING_EVENTS", "").equals("true");
  }

  /** The ARN. */
  public String alertMailTopic() {
    return required("ALERT_MAIL_TOPIC");
  }

  /** The ARN. */
  public String ratingRequestTopic() {
    return required("RATING_REQUEST_TOPIC");
  }

  /** The whole URL, as SQS names its queues. */
  public String requestQueue() {
    return required("REQUEST_QUEUE");
  }

  public String failureBucket() {
    return required("FAILURE_BUCKET");
  }

  /** The whole URL, as SQS names its queues. */
  public String webhookQueue() {
    return required("WEBHOOK_QUEUE");
  }

  /** The whole URL, as SQS names its queues. */
  public String webhookDeadLetters() {
    return required("WEBHOOK_DEAD_LETTERS");
  }

  /** How far webhooks reach: the local stack lets them reach itself, and no template does. */
  public Reach webhookReach() {
    return variables.getOrDefault("WEBHOOKS_REACH_LOOPBACK", "").equals("true")
        ? Reach.LOOPBACK_TOO
        : Reach.PUBLIC;
  }

  /** Where S3 answers if not at AWS; buckets are addressed by path there. */
  public Optional<String> s3Endpoint() {
    return Optional.ofNullable(variables.get("AWS_ENDPOINT_URL_S3"));
  }

  private String required(String name) {
    var value = variables.getOrDefault(name, "");
    if (value.isBlank()) {
      throw new IllegalStateException("the environment lacks " + name);
    }
    return value;
  }
}
