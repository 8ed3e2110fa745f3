package ratings.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import ratings.domain.export.Format;
import ratings.domain.export.PartBuffer;
import ratings.domain.export.Rest;
import ratings.domain.export.Superseded;
import ratings.domain.export.Upload;
import ratings.local.account.Account;
import ratings.local.storage.Buckets;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner.AuthLocation;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Against a server that checks signatures and knows multipart uploads. */
class S3ExportFilesTest {
  private static final Account ACCOUNT = Account.local();
  private static final Buckets BUCKETS = Buckets.start(ACCOUNT, 0);
  private static final Duration LIFE = Duration.ofMinutes(5);

  private final S3ExportFiles files =
      new S3ExportFiles(
          S3Client.builder()
              .httpClient(UrlConnectionHttpClient.create())
              .endpointOverride(BUCKETS.endpoint())
              .region(ACCOUNT.sdkRegion())
              .credentialsProvider(ACCOUNT.credentials())
              .forcePathStyle(true)
              .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
              .build(),
          "exports",
          new Retries(2, Duration.ofMillis(1), pause -> {}));

  private final S3ExportLinks links =
      new S3ExportLinks(
          S3Presigner.builder()
              .endpointOverride(BUCKETS.endpoint())
              .region(ACCOUNT.sdkRegion())
              .credentialsProvider(ACCOUNT.credentials())
              .serviceConfiguration(S3Configuration.builder().pathStyleAccessEnabled(true).build())
              .build(),
          "exports");

  @BeforeAll
  static void aBucket() {
    BUCKETS.create("exports");
  }

  @AfterAll
  static void close() {
    BUCKETS.close();
  }

  @Test
  void partsBecomeOneFileAndOnlyOnceComplete() throws Exception {
    var upload = files.begin("e1/1.csv", Format.CSV);
    var first = files.put(upload, 1, part("one, ", 5 * 1024 * 1024));
    var second = files.put(upload, 2, part("two", 3));

    assertThat(files.parts(upload).orElseThrow()).isEqualTo(Map.of(1, first, 2, second));
    assertThat(fetch(link(upload)).statusCode()).isEqualTo(404);
    assertThat(files.isComplete(upload)).isFalse();
    complete(upload, List.of(first, second));
    assertThat(files.isComplete(upload)).isTrue();

    var fetched = fetch(link(upload));
    assertThat(fetched.statusCode()).isEqualTo(200);
    assertThat(fetched.body()).hasSize(5 * 1024 * 1024 + 3).startsWith("one, ").endsWith("two");
    assertThat(fetched.headers().firstValue("content-disposition"))
        .contains("attachment; filename=\"ratings.csv\"");
    assertThat(fetched.headers().firstValue("content-type")).contains("text/csv; charset=utf-8");
  }

  @Test
  void aCompletionWhoseAnswerWasLostIsDone() throws Exception {
    var upload = files.begin("e2/1.csv", Format.CSV);
    var tags = List.of(files.put(upload, 1, part("x", 1)));
    complete(upload, tags);

    complete(upload, tags);

    assertThat(fetch(link(upload)).body()).isEqualTo("x");
  }

  @Test
  void p10WhatIsPutAsideIsTakenUpAsItWasCalledAndEachAttemptHasItsOwn() {
    var upload = files.begin("e6/1.csv", Format.CSV);
    var before = files.putAside(upload, 1, part("before", 6));
    var rest = files.putAside(upload, 2, part("rest", 4));
    var taken = part("head ", 5);

    assertThat(files.takeUp(new Rest(rest.key(), before.tag()), taken)).isFalse();
    assertThat(files.takeUp(rest, taken)).isTrue();
    assertThat(taken.toString(StandardCharsets.UTF_8)).isEqualTo("head rest");
    assertThat(files.takeUp(before, part("x", 1))).isTrue();

    files.forget(before);
    assertThat(files.takeUp(before, part("x", 1))).isFalse();
    assertThat(files.takeUp(rest, part("x", 1))).isTrue();
  }

  @Test
  void whatIsPutAsideIsForgottenForOneFileAndForNoOther() {
    var upload = files.begin("e7/1.csv", Format.CSV);
    var rests = List.of(aside(upload, 1), aside(upload, 12));
    var other = aside(files.begin("e7/11.csv", Format.CSV), 1);

    files.forgetRests(upload);

    assertThat(rests).noneMatch(this::isThere);
    assertThat(other).matches(this::isThere);
  }

  @Test
  void whatIsPutAsideGoesWithWhatIsDiscarded() {
    var upload = files.begin("e9/1.csv", Format.CSV);
    var rest = aside(upload, 1);

    files.discard(upload);

    assertThat(rest).matches(it -> !isThere(it));
  }

  @Test
  void p10AFileOfPartsThatAnotherRunHasChangedIsRefused() {
    var upload = files.begin("e10/1.csv", Format.CSV);
    var before = files.put(upload, 1, part("x", 1));
    files.put(upload, 1, part("y", 1));

    assertThatThrownBy(() -> complete(upload, List.of(before))).isInstanceOf(Superseded.class);
  }

  private Rest aside(Upload upload, int attempt) {
    return files.putAside(upload, attempt, part("rest", 4));
  }

  private boolean isThere(Rest rest) {
    return files.takeUp(rest, part("x", 1));
  }

  @Test
  void whatIsDiscardedIsGoneAndCannotBeCompleted() throws Exception {
    var upload = files.begin("e3/1.csv", Format.CSV);
    var tags = List.of(files.put(upload, 1, part("x", 1)));
    files.discard(upload);
    files.discard(upload);

    assertThat(files.parts(upload).map(Map::size).orElse(0)).isZero();
    assertThat(files.isComplete(upload)).isFalse();
    assertThatThrownBy(() -> complete(upload, tags)).isInstanceOf(Superseded.class);
    assertThat(fetch(link(upload)).statusCode()).isEqualTo(404);
  }

  @Test
  void aLinkIsForFiveMinutesAndRefusesWhenTamperedWith() throws Exception {
    var upload = completed("e4/1.csv");
    var before = Instant.now().minusSeconds(1);

    var link = links.link(upload.key(), LIFE);

    assertThat(link.expiresAt()).isBetween(before.plus(LIFE), Instant.now().plus(LIFE));
    assertThat(fetch(link.uri()).statusCode()).isEqualTo(200);
    assertThat(fetch(changed(link.uri(), "X-Amz-Expires=300", "X-Amz-Expires=9000")).statusCode())
        .isEqualTo(403);
    assertThat(fetch(changed(link.uri(), "/e4/", "/e1/")).statusCode()).isEqualTo(403);
  }

  @Test
  void aLinkRefusesOnceItsTimeIsOver() throws Exception {
    var link = links.link(completed("e5/1.csv").key(), Duration.ofSeconds(1));
    var patience = Instant.now().plusSeconds(10);

    int status = fetch(link.uri()).statusCode();
    while (status != 403 && Instant.now().isBefore(patience)) {
      status = fetch(link.uri()).statusCode();
    }

    assertThat(status).isEqualTo(403);
  }

  @Test
  void aLinkMadeFourAndAHalfMinutesAgoIsGoodAndOneOfMoreThanFiveIsNot() throws Exception {
    var key = completed("e8/1.csv").key();
    assertThat(names(linkMade(Duration.ZERO, key))).isEqualTo(names(links.link(key, LIFE).uri()));

    assertThat(fetch(linkMade(Duration.ofSeconds(270), key)).statusCode()).isEqualTo(200);
    assertThat(fetch(linkMade(Duration.ofSeconds(301), key)).statusCode()).isEqualTo(403);
  }

  /** The same link as ours, by a signer whose clock is late: the presigner's own cannot be set. */
  private static URI linkMade(Duration ago, String key) {
    var signed =
        AwsV4HttpSigner.create()
            .sign(
                sign ->
                    sign.identity(ACCOUNT.credentials().resolveCredentials())
                        .request(
                            SdkHttpRequest.builder()
                                .method(SdkHttpMethod.GET)
                                .uri(BUCKETS.endpoint().resolve("/exports/" + key))
                                .build())
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, ACCOUNT.sdkRegion().id())
                        .putProperty(AwsV4HttpSigner.AUTH_LOCATION, AuthLocation.QUERY_STRING)
                        .putProperty(AwsV4HttpSigner.EXPIRATION_DURATION, LIFE)
                        .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
                        .putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, false)
                        .putProperty(
                            HttpSigner.SIGNING_CLOCK,
                            Clock.offset(Clock.systemUTC(), ago.negated())));
    return signed.request().getUri();
  }

  private static List<String> names(URI link) {
    return Arrays.stream(link.getRawQuery().split("&"))
        .map(pair -> pair.replaceFirst("=.*", ""))
        .sorted()
        .toList();
  }

  private void complete(Upload upload, List<String> tags) {
    files.complete(upload, tags, LIFE);
  }

  private Upload completed(String key) {
    var upload = files.begin(key, Format.CSV);
    complete(upload, List.of(files.put(upload, 1, part("x", 1))));
    return upload;
  }

  private URI link(Upload upload) {
    return links.link(upload.key(), LIFE).uri();
  }

  private static URI changed(URI link, String part, String other) {
    assertThat(link.toString()).contains(part);
    return URI.create(link.toString().replace(part, other));
  }

  private static PartBuffer part(String text, int size) {
    var part = new PartBuffer(size);
    part.write(text.repeat(size / text.length() + 1).getBytes(StandardCharsets.UTF_8), 0, size);
    return part;
  }

  private static HttpResponse<String> fetch(URI link) throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(link).build(), HttpResponse.BodyHandlers.ofString());
    }
  }
}
