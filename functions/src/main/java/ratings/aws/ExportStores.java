package ratings.aws;

import java.net.URI;
import ratings.domain.export.ExportFiles;
import ratings.domain.export.ExportQueue;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/** This deployment's bucket and queue of exports; both share one HTTP client. */
public final class ExportStores {
  private final Environment environment;
  private final Retries retries;
  private final SdkHttpClient http;
  private final AwsCredentialsProvider credentials = DefaultCredentialsProvider.builder().build();

  public ExportStores(Environment environment, Retries retries) {
    this.environment = environment;
    this.retries = retries;
    this.http = FreshHttpClient.of(Clients.http()::build);
  }

  public ExportFiles files() {
    return new S3ExportFiles(requests("s3"), bucket(), retries);
  }

  public ExportQueue queue() {
    return new SqsExportQueue(requests("sqs"), URI.create(environment.exportQueue()), retries);
  }

  private SignedRequests requests(String service) {
    return new SignedRequests(http, credentials, service, environment.region());
  }

  private URI bucket() {
    var name = environment.exportBucket();
    var region = environment.region();
    return URI.create(
        environment
            .s3Endpoint()
            .map(endpoint -> endpoint + "/" + name)
            .orElseGet(() -> "https://" + name + ".s3." + region + "." + suffix(region)));
  }

  private static String suffix(String region) {
    return PartitionMetadata.of(Region.of(region)).dnsSuffix();
  }
}
