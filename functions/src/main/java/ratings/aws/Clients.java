package ratings.aws;

import java.time.Duration;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

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
        .overrideConfiguration(onceWithin(Duration.ofMillis(1800)))
        .build();
  }

  /** SQS, likewise without retries of its own. */
  public static SqsClient sqs() {
    return SqsClient.builder()
        .httpClient(FreshHttpClient.of(http()::build))
        .overrideConfiguration(onceWithin(Duration.ofMillis(1800)))
        .build();
  }

  /** SNS, whose calls are few and large; likewise without retries of its own. */
  public static SnsClient sns() {
    return SnsClient.builder()
        .httpClient(FreshHttpClient.of(http()::build))
        .overrideConfiguration(onceWithin(Duration.ofSeconds(5)))
        .build();
  }

  /**
   * S3, likewise without retries of its own. Checksums that S3 does not ask for are left out: they
   * would come behind the body, as not every S3 understands it.
   *
   * @param pathStyle whether buckets are addressed by path and have no host of their own
   * @param most time that a call may take
   */
  public static S3Client s3(boolean pathStyle, Duration most) {
    return S3Client.builder()
        .httpClient(FreshHttpClient.of(http()::build))
        .overrideConfiguration(onceWithin(most))
        .forcePathStyle(pathStyle)
        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
        .build();
  }

  /** Signs links to S3, and makes no request. */
  public static S3Presigner presigner(boolean pathStyle) {
    return S3Presigner.builder()
        .serviceConfiguration(S3Configuration.builder().pathStyleAccessEnabled(pathStyle).build())
        .build();
  }

  private static ClientOverrideConfiguration onceWithin(Duration timeout) {
    return ClientOverrideConfiguration.builder()
        .retryStrategy(AwsRetryStrategy.doNotRetry())
        .apiCallTimeout(timeout)
        .addExecutionInterceptor(new QuietFailures())
        .build();
  }

  /** The CRT's client: over TLS it starts sooner than Java's own, and a warm call takes less. */
  public static SdkHttpClient.Builder<?> http() {
    return AwsCrtHttpClient.builder().connectionTimeout(Duration.ofSeconds(1));
  }
}
