package ratings.aws;

import java.time.Duration;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;

/** Makes the SDK's clients; a function makes only those that it uses. */
public final class Clients {
  private Clients() {}

  /**
   * DynamoDB without the SDK's own retries, which would resend an old clock reading: what uses it
   * retries by itself.
   */
  public static DynamoDbClient dynamo() {
    return dynamo(http());
  }

  /** The same over an HTTP client made otherwise, and made again after each restore. */
  public static DynamoDbClient dynamo(SdkHttpClient.Builder<?> http) {
    return dynamo(FreshHttpClient.of(http::build));
  }

  /** A DynamoDB to go through everything once with, before a snapshot is taken. */
  public static DynamoDbClient rehearsal() {
    return dynamo(new RehearsalHttpClient());
  }

  private static DynamoDbClient dynamo(SdkHttpClient http) {
    return DynamoDbClient.builder()
        .httpClient(http)
        .overrideConfiguration(
            override ->
                override
                    .retryStrategy(AwsRetryStrategy.doNotRetry())
                    .apiCallTimeout(Duration.ofMillis(1800)))
        .build();
  }

  /** SNS, whose calls are few and large; it retries as little as DynamoDB does. */
  public static SnsClient sns() {
    return SnsClient.builder()
        .httpClient(FreshHttpClient.of(http()::build))
        .overrideConfiguration(
            override ->
                override
                    .retryStrategy(AwsRetryStrategy.doNotRetry())
                    .apiCallTimeout(Duration.ofSeconds(5)))
        .build();
  }

  /**
   * S3.
   *
   * @param elsewhere whether it answers not at AWS, where buckets are no hosts
   */
  public static S3Client s3(boolean elsewhere) {
    return S3Client.builder()
        .httpClient(FreshHttpClient.of(http()::build))
        .forcePathStyle(elsewhere)
        .overrideConfiguration(
            override ->
                override
                    .retryStrategy(AwsRetryStrategy.doNotRetry())
                    .apiCallTimeout(Duration.ofSeconds(5)))
        .build();
  }

  /** The CRT's client: over TLS it starts sooner than Java's own, and a warm call takes less. */
  public static SdkHttpClient.Builder<?> http() {
    return AwsCrtHttpClient.builder().connectionTimeout(Duration.ofSeconds(1));
  }
}
