package ratings.aws;

import java.time.Duration;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Makes the SDK's clients; a function makes only those that it uses. */
public final class Clients {
  private Clients() {}

  /**
   * DynamoDB without the SDK's own retries, which would resend an old clock reading: what uses it
   * retries by itself.
   */
  public static DynamoDbClient dynamo() {
    return dynamo(FreshHttpClient.of(Clients::http));
  }

  /** A DynamoDB to go through everything once with, before a snapshot is taken. */
  public static DynamoDbClient rehearsal() {
    return dynamo(new RehearsalHttpClient());
  }

  /** The same client over another way to speak HTTP. */
  public static DynamoDbClient dynamo(SdkHttpClient http) {
    return DynamoDbClient.builder()
        .httpClient(http)
        .overrideConfiguration(
            override ->
                override
                    .retryStrategy(AwsRetryStrategy.doNotRetry())
                    .apiCallTimeout(Duration.ofMillis(1500)))
        .build();
  }

  private static SdkHttpClient http() {
    return AwsCrtHttpClient.builder().connectionTimeout(Duration.ofSeconds(1)).build();
  }
}
