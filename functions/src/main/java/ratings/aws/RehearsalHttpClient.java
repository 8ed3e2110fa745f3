package ratings.aws;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * A DynamoDB that is not there, for priming: every item read is a line, its workspace, its widget's
 * claim, a conversation and a key in one, and every write is the first. Nothing leaves the process.
 */
final class RehearsalHttpClient implements SdkHttpClient {
  private static final String ITEM =
      """
      {"Item": {"workspace": {"S": "rehearsal"}, "newest": {"B": "cmVoZWFyc2Fs"},
        "line": {"S": "rehearsal"}, "scale": {"S": "stars5"}, "askedAt": {"N": "0"},
        "rateUntil": {"N": "253402300799999"}, "changeUntil": {"N": "253402300799999"}, "settings": {"M": {
        "channel": {"S": "website"}, "name": {"S": "Rehearsal"}, "rateWithinHours": {"N": "24"}}}}}
      """;
  private static final String NO_ITEM = "{}";

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    boolean reads =
        request.httpRequest().firstMatchingHeader("X-Amz-Target").orElse("").endsWith(".GetItem");
    return new Answer(reads ? ITEM : NO_ITEM);
  }

  @Override
  public String clientName() {
    return "Rehearsal";
  }

  @Override
  public void close() {}

  private record Answer(String body) implements ExecutableHttpRequest {
    @Override
    public HttpExecuteResponse call() {
      var bytes = body.getBytes(StandardCharsets.UTF_8);
      return HttpExecuteResponse.builder()
          .response(
              SdkHttpResponse.builder()
                  .statusCode(200)
                  .putHeader("Content-Type", "application/x-amz-json-1.0")
                  .putHeader("Content-Length", Integer.toString(bytes.length))
                  .build())
          .responseBody(AbortableInputStream.create(new ByteArrayInputStream(bytes)))
          .build();
    }

    @Override
    public void abort() {}
  }
}
