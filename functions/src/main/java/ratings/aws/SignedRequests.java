package ratings.aws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * Requests signed as AWS wants them, over the SDK's HTTP client and with its signer. The handful of
 * calls that exports need would otherwise bring two whole clients, 5 MB, into every function.
 */
final class SignedRequests {
  private final SdkHttpClient http;
  private final AwsCredentialsProvider credentials;
  private final String service;
  private final String region;
  private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();

  SignedRequests(
      SdkHttpClient http, AwsCredentialsProvider credentials, String service, String region) {
    this.http = http;
    this.credentials = credentials;
    this.service = service;
    this.region = region;
  }

  /** What a service answered, up to 4xx. */
  record Answer(int status, Map<String, String> headers, String body) {

    boolean isSuccess() {
      return status < 300;
    }

    /** This answer, which has to be a success. */
    Answer expected() {
      if (!isSuccess()) {
        throw AwsServiceException.builder().statusCode(status).message("refused " + status).build();
      }
      return this;
    }
  }

  /** A body of known length, which may be opened again. */
  record Body(long length, ContentStreamProvider stream) {
    static final Body NONE = of("");

    static Body of(String text) {
      var bytes = text.getBytes(StandardCharsets.UTF_8);
      return new Body(bytes.length, ContentStreamProvider.fromByteArray(bytes));
    }
  }

  /**
   * Sends one request, once.
   *
   * @throws SdkClientException if no answer came
   * @throws AwsServiceException if the service failed, or asks to slow down
   */
  Answer send(SdkHttpRequest request, Body body) {
    var signed =
        signer.sign(
            it ->
                it.identity(identity())
                    .request(sized(request, body))
                    .payload(body.stream())
                    .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, service)
                    .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                    .putProperty(AwsV4FamilyHttpSigner.DOUBLE_URL_ENCODE, false)
                    .putProperty(AwsV4FamilyHttpSigner.NORMALIZE_PATH, false));
    var execute = HttpExecuteRequest.builder().request(signed.request());
    if (hasBody(request)) {
      execute.contentStreamProvider(signed.payload().orElse(body.stream()));
    }
    try {
      var response = http.prepareRequest(execute.build()).call();
      var text = "";
      if (response.responseBody().isPresent()) {
        try (var in = response.responseBody().get()) {
          text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
      }
      return answer(response.httpResponse(), text);
    } catch (IOException | UncheckedIOException e) {
      throw SdkClientException.create("no answer from " + service, e);
    }
  }

  /** Only what can have a body says how long it is, for clients send no length otherwise. */
  private static SdkHttpRequest sized(SdkHttpRequest request, Body body) {
    return hasBody(request)
        ? request.toBuilder().putHeader("Content-Length", Long.toString(body.length())).build()
        : request;
  }

  private static boolean hasBody(SdkHttpRequest request) {
    return request.method() == SdkHttpMethod.POST || request.method() == SdkHttpMethod.PUT;
  }

  private static Answer answer(SdkHttpResponse response, String body) {
    if (response.statusCode() >= 500 || response.statusCode() == 429) {
      throw AwsServiceException.builder()
          .statusCode(Math.max(500, response.statusCode()))
          .message("failed")
          .build();
    }
    var headers = new HashMap<String, String>();
    response.headers().forEach((name, all) -> headers.put(lower(name), all.getFirst()));
    return new Answer(response.statusCode(), headers, body);
  }

  /** The request with its signature in the query: whoever has it can send it until it expires. */
  SdkHttpRequest presigned(SdkHttpRequest request, Clock clock, Duration life) {
    return signer
        .sign(
            it ->
                it.identity(identity())
                    .request(request)
                    .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, service)
                    .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                    .putProperty(AwsV4FamilyHttpSigner.DOUBLE_URL_ENCODE, false)
                    .putProperty(AwsV4FamilyHttpSigner.NORMALIZE_PATH, false)
                    .putProperty(AwsV4FamilyHttpSigner.PAYLOAD_SIGNING_ENABLED, false)
                    .putProperty(
                        AwsV4FamilyHttpSigner.AUTH_LOCATION,
                        AwsV4FamilyHttpSigner.AuthLocation.QUERY_STRING)
                    .putProperty(AwsV4FamilyHttpSigner.EXPIRATION_DURATION, life)
                    .putProperty(HttpSigner.SIGNING_CLOCK, clock))
        .request();
  }

  private AwsCredentialsIdentity identity() {
    return credentials.resolveCredentials();
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
