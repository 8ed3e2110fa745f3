package ratings.aws;

import java.net.URISyntaxException;
import java.time.Duration;
import ratings.domain.export.ExportLinks;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Links to files in S3, presigned: no request is made for one. */
public final class S3ExportLinks implements ExportLinks {
  private final S3Presigner presigner;
  private final String bucket;

  public S3ExportLinks(S3Presigner presigner, String bucket) {
    this.presigner = presigner;
    this.bucket = bucket;
  }

  @Override
  public Link link(String key, Duration life) {
    var presigned =
        presigner.presignGetObject(
            presign ->
                presign
                    .signatureDuration(life)
                    .getObjectRequest(get -> get.bucket(bucket).key(key)));
    try {
      return new Link(presigned.url().toURI(), presigned.expiration());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the SDK makes URLs that are URIs", e);
    }
  }
}
