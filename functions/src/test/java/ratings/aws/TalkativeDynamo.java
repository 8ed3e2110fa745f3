package ratings.aws;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.utils.AttributeMap;

/**
 * DynamoDB, as far as that it refuses everything and quotes what it does not like.
 *
 * @param status that it answers
 */
public record TalkativeDynamo(int status, String kind, String words) implements SdkHttpClient {

  /** This deployment's tables there, by clients as functions have them. */
  public static Tables tables(int status, String kind, String words) {
    return Tables.over(Clients.dynamo(builder(new TalkativeDynamo(status, kind, words))));
  }

  /** The broken twin: a client that hands on what it was told. */
  public static Tables openlyToldTables(int status, String kind, String words) {
    return Tables.over(
        DynamoDbClient.builder().httpClient(new TalkativeDynamo(status, kind, words)).build());
  }

  private static SdkHttpClient.Builder<?> builder(SdkHttpClient client) {
    return new Made(client);
  }

  private record Made(SdkHttpClient client) implements SdkHttpClient.Builder<Made> {
    @Override
    public SdkHttpClient buildWithDefaults(AttributeMap defaults) {
      return client;
    }
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new Refusal(status, "{\"__type\":\"" + kind + "\",\"message\":\"" + words + "\"}");
  }

  @Override
  public void close() {}

  private record Refusal(int status, String body) implements ExecutableHttpRequest {
    @Override
    public HttpExecuteResponse call() {
      var bytes = body.getBytes(StandardCharsets.UTF_8);
      return HttpExecuteResponse.builder()
          .response(
              SdkHttpResponse.builder()
                  .statusCode(status)
                  .putHeader("Content-Length", Integer.toString(bytes.length))
                  .build())
          .responseBody(AbortableInputStream.create(new ByteArrayInputStream(bytes)))
          .build();
    }

    @Override
    public void abort() {}
  }
}
