package ratings.aws;

import java.util.Map;
import java.util.Optional;

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

  /** The workspace of tokens that name none; blank where such tokens are refused. */
  public String workspace() {
    return variables.getOrDefault("WORKSPACE", "");
  }

  public String workspaceClaim() {
    return required("WORKSPACE_CLAIM");
  }

  public String teammateClaim() {
    return required("TEAMMATE_CLAIM");
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

  public String failureBucket() {
    return required("FAILURE_BUCKET");
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
