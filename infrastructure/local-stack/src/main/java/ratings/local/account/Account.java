package ratings.local.account;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/** The account that the local stack pretends to be. Its credentials open nothing else. */
public record Account(String id, String region, String accessKeyId, String secretAccessKey) {

  /** The account that everybody uses who has no reason for another. */
  public static Account local() {
    return new Account("000000000000", "eu-central-1", "local", "local-secret");
  }

  /** For example {@code arn:aws:sns:eu-central-1:000000000000:LowRatingTopic}. */
  public String arn(String service, String resource) {
    return "arn:aws:" + service + ":" + region + ":" + id + ":" + resource;
  }

  public AwsCredentialsProvider credentials() {
    return StaticCredentialsProvider.create(
        AwsBasicCredentials.create(accessKeyId, secretAccessKey));
  }

  public Region sdkRegion() {
    return Region.of(region);
  }

  /** Never prints the secret. */
  @Override
  public String toString() {
    return "Account " + id + " in " + region;
  }
}
