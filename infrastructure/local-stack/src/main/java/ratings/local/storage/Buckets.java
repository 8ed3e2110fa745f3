package ratings.local.storage;

import java.net.URI;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import ratings.local.account.Account;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * An S3Proxy in this process that keeps its objects in memory. It checks signatures and the expiry
 * of presigned links, as S3 does; lifecycle, CORS and public access are unknown to it (501).
 */
public final class Buckets implements AutoCloseable {
  private final S3Proxy proxy;
  private final URI endpoint;
  private final S3Client s3;

  private Buckets(S3Proxy proxy, Account account) {
    this.proxy = proxy;
    this.endpoint = URI.create("http://127.0.0.1:" + proxy.getPort());
    this.s3 =
        S3Client.builder()
            .endpointOverride(endpoint)
            .forcePathStyle(true)
            .region(account.sdkRegion())
            .credentialsProvider(account.credentials())
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
  }

  /**
   * Starts one that accepts this account's credentials only.
   *
   * @param port on loopback; 0 chooses a free one
   */
  public static Buckets start(Account account, int port) {
    var proxy =
        S3Proxy.builder()
            .blobStore(new TransientNio2BlobStore())
            .endpoint(URI.create("http://127.0.0.1:" + port))
            .awsAuthentication(
                AuthenticationType.AWS_V4, account.accessKeyId(), account.secretAccessKey())
            .build();
    try {
      proxy.start();
    } catch (Exception e) {
      throw new IllegalStateException("S3Proxy did not start: " + e.getMessage(), e);
    }
    return new Buckets(proxy, account);
  }

  /** Clients of it must address buckets by path. */
  public URI endpoint() {
    return endpoint;
  }

  public void create(String bucket) {
    s3.createBucket(create -> create.bucket(bucket));
  }

  /** For whoever stores or shows objects. */
  public S3Client client() {
    return s3;
  }

  @Override
  public void close() {
    s3.close();
    try {
      proxy.stop();
    } catch (Exception e) {
      throw new IllegalStateException("S3Proxy did not stop", e);
    }
  }
}
