package ratings.local.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import ratings.local.account.Account;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner.AuthLocation;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.Part;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

class BucketsTest {
  private static final Account ACCOUNT = Account.local();
  private static Buckets buckets;

  @BeforeAll
  static void storeAnExport() {
    buckets = Buckets.start(ACCOUNT, 0);
    buckets.create("exports");
    buckets
        .client()
        .putObject(
            put -> put.bucket("exports").key("a/b.csv"), RequestBody.fromString("ID,Rating\r\n"));
  }

  @AfterAll
  static void stop() {
    buckets.close();
  }

  @Test
  void aPresignedLinkOpensTheObject() throws Exception {
    var response = get(link(ACCOUNT));
    assertThat(response.statusCode()).isEqualTo(HttpURLConnection.HTTP_OK);
    assertThat(new String(response.body(), StandardCharsets.UTF_8)).isEqualTo("ID,Rating\r\n");
  }

  @Test
  void aLinkThatWasTamperedWithIsRefused() throws Exception {
    var tampered = link(ACCOUNT).toString().replace("b.csv", "c.csv");
    assertThat(get(URI.create(tampered)).statusCode()).isEqualTo(HttpURLConnection.HTTP_FORBIDDEN);
  }

  @Test
  void aLinkThatAnotherKeySignedIsRefused() throws Exception {
    var other = new Account(ACCOUNT.id(), ACCOUNT.region(), ACCOUNT.accessKeyId(), "guessed");
    assertThat(get(link(other)).statusCode()).isEqualTo(HttpURLConnection.HTTP_FORBIDDEN);
  }

  @Test
  void partsCanBeFoundAgainBeforeTheyBecomeOneObject() {
    var s3 = buckets.client();
    String upload =
        s3.createMultipartUpload(create -> create.bucket("exports").key("big.csv")).uploadId();
    byte[] part = new byte[5 * 1024 * 1024];
    for (int number = 1; number <= 2; number++) {
      int partNumber = number;
      s3.uploadPart(
          send -> send.bucket("exports").key("big.csv").uploadId(upload).partNumber(partNumber),
          RequestBody.fromBytes(part));
    }

    var parts =
        s3.listParts(list -> list.bucket("exports").key("big.csv").uploadId(upload)).parts();
    assertThat(parts).extracting(Part::partNumber).containsExactly(1, 2);
    s3.completeMultipartUpload(
        complete ->
            complete
                .bucket("exports")
                .key("big.csv")
                .uploadId(upload)
                .multipartUpload(
                    whole ->
                        whole.parts(
                            parts.stream()
                                .map(
                                    sent ->
                                        CompletedPart.builder()
                                            .partNumber(sent.partNumber())
                                            .eTag(sent.eTag())
                                            .build())
                                .toList())));

    assertThat(s3.headObject(head -> head.bucket("exports").key("big.csv")).contentLength())
        .isEqualTo(2L * part.length);
  }

  @Test
  void aLinkThatIsOverIsRefused() throws Exception {
    var now = Instant.now();
    assertThat(get(link(now.minus(Duration.ofSeconds(290)))).statusCode())
        .isEqualTo(HttpURLConnection.HTTP_OK);
    assertThat(get(link(now.minus(Duration.ofSeconds(301)))).statusCode())
        .isEqualTo(HttpURLConnection.HTTP_FORBIDDEN);
  }

  @Test
  void withoutASignatureNothingIsShown() throws Exception {
    assertThat(get(buckets.endpoint().resolve("/exports/a/b.csv")).statusCode())
        .isEqualTo(HttpURLConnection.HTTP_FORBIDDEN);
  }

  private static URI link(Account account) {
    try (var presigner =
        S3Presigner.builder()
            .endpointOverride(buckets.endpoint())
            .region(account.sdkRegion())
            .credentialsProvider(account.credentials())
            .serviceConfiguration(S3Configuration.builder().pathStyleAccessEnabled(true).build())
            .build()) {
      return URI.create(
          presigner
              .presignGetObject(
                  presign ->
                      presign
                          .signatureDuration(Duration.ofMinutes(5))
                          .getObjectRequest(get -> get.bucket("exports").key("a/b.csv")))
              .url()
              .toString());
    }
  }

  /** A link of five minutes that was made then. */
  private static URI link(Instant then) {
    var request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.GET)
            .uri(buckets.endpoint().resolve("/exports/a/b.csv"))
            .build();
    return AwsV4HttpSigner.create()
        .sign(
            sign ->
                sign.identity(
                        AwsCredentialsIdentity.create(
                            ACCOUNT.accessKeyId(), ACCOUNT.secretAccessKey()))
                    .request(request)
                    .putProperty(AwsV4HttpSigner.REGION_NAME, ACCOUNT.region())
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
                    .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
                    .putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, false)
                    .putProperty(AwsV4HttpSigner.AUTH_LOCATION, AuthLocation.QUERY_STRING)
                    .putProperty(AwsV4HttpSigner.EXPIRATION_DURATION, Duration.ofMinutes(5))
                    .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(then, ZoneOffset.UTC)))
        .request()
        .getUri();
  }

  private static HttpResponse<byte[]> get(URI link) throws IOException, InterruptedException {
    try (var http = HttpClient.newHttpClient()) {
      return http.send(HttpRequest.newBuilder(link).build(), BodyHandlers.ofByteArray());
    }
  }
}
