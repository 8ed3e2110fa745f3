package ratings.aws;

import ratings.domain.Failures;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Failures as objects in a bucket. */
public final class S3Failures implements Failures {
  private final S3Client s3;
  private final String bucket;
  private final Retries retries;

  public S3Failures(S3Client s3, String bucket, Retries retries) {
    this.s3 = s3;
    this.bucket = bucket;
    this.retries = retries;
  }

  @Override
  public void keep(String name, byte[] record) {
    retries.call(
        () ->
            s3.putObject(
                put -> put.bucket(bucket).key(name).contentType("application/json"),
                RequestBody.fromBytes(record)));
  }
}
