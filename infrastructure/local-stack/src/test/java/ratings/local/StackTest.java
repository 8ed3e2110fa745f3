package ratings.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import ratings.local.lambda.CodeSource;
import ratings.local.loopback.LoopbackServer;
import ratings.local.requests.Published;

@Timeout(120)
class StackTest {
  private static final String TEMPLATE =
      """
      Transform: AWS::Serverless-2016-10-31
      Parameters:
        JwtIssuer: { Type: String, Default: "" }
        JwtAudience: { Type: String, Default: "" }
      Resources:
        Ratings:
          Type: AWS::DynamoDB::Table
          Properties:
            AttributeDefinitions: [{ AttributeName: pk, AttributeType: S }]
            KeySchema: [{ AttributeName: pk, KeyType: HASH }]
        Dead: { Type: AWS::SQS::Queue }
        Jobs:
          Type: AWS::SQS::Queue
          Properties:
            RedrivePolicy: { deadLetterTargetArn: !GetAtt Dead.Arn, maxReceiveCount: 3 }
        Files: { Type: AWS::S3::Bucket }
        Alerts: { Type: AWS::SNS::Topic }
        RatingRequestTopic: { Type: AWS::SNS::Topic }
        Api:
          Type: AWS::Serverless::HttpApi
          Properties:
            Auth:
              Authorizers:
                Jwt:
                  IdentitySource: $request.header.Authorization
                  JwtConfiguration: { issuer: !Ref JwtIssuer, audience: [!Ref JwtAudience] }
        ProbeFunction:
          Type: AWS::Serverless::Function
          Properties:
            Runtime: java25
            Handler: ratings.local.lambda.ProbeFunction::handle
            CodeUri: unused
            Timeout: 10
            MemorySize: 256
            Environment: { Variables: { TABLE: !Ref Ratings, API: !GetAtt Api.ApiEndpoint } }
            Events:
              Open: { Type: HttpApi, Properties: { ApiId: !Ref Api, Path: /open, Method: GET } }
              Closed: { Type: HttpApi, Properties: { ApiId: !Ref Api, Path: /closed, Method: GET, Auth: { Authorizer: Jwt } } }
              Topic: { Type: SNS, Properties: { Topic: !Ref Alerts } }
              Queue: { Type: SQS, Properties: { Queue: !GetAtt Jobs.Arn } }
              Daily: { Type: Schedule, Properties: { Schedule: rate(1 day) } }
      """;

  @TempDir Path folder;

  @Test
  void theTemplateRunsAndCanBeTalkedTo() throws IOException {
    try (var stack = Stack.start(settings(0))) {
      assertThat(get(stack.url().resolve("/open"), "")).isEqualTo("200 -");
      assertThat(get(stack.url().resolve("/closed"), ""))
          .isEqualTo("401 {\"message\":\"Unauthorized\"}");
      String token = stack.issuer().token("ada", "acme", "ratings/read");
      assertThat(get(stack.url().resolve("/closed"), token)).isEqualTo("200 -");
      String minted = get(stack.url().resolve("/_local/token?workspace=acme&scope=x"), "");
      assertThat(get(stack.url().resolve("/closed"), minted.substring(4).strip()))
          .isEqualTo("200 -");

      assertThat(get(stack.url().resolve("/_local/issuer/.well-known/openid-configuration"), ""))
          .contains("\"issuer\":\"" + stack.url() + "/_local/issuer\"");
      var page = "redirect_uri=" + stack.url() + "/admin/signed-in&client_id=conversation-ratings";
      assertThat(get(stack.url().resolve("/_local/issuer/authorize?" + page), ""))
          .startsWith("303 ");

      assertThat(post(stack, "invoke/ProbeFunction", "\"TABLE\"")).isEqualTo("200 \"Ratings\"");
      assertThat(post(stack, "invoke/ProbeFunction", "\"API\""))
          .isEqualTo("200 \"" + stack.url() + "\"");
      assertThat(post(stack, "invoke/Nobody", "{}")).startsWith("404 ");
      assertThat(post(stack, "schedules/ProbeFunction", "")).isEqualTo("202 fired 1\n");

      assertThat(post(stack, "outages/sns/0", "")).isEqualTo("303 SNS is down for 0 s\n");
      assertThat(post(stack, "outages/sns/soon", "")).startsWith("404 ");
      assertThat(get(stack.url().resolve("/_local/messages"), "")).isEqualTo("200 []");
      assertThat(get(stack.url().resolve("/_local/mails"), "")).isEqualTo("200 []");

      assertThat(get(stack.url().resolve("/_local/"), ""))
          .contains(stack.url().toString(), "export ADMIN=", "GET /<wbr>closed", "Alerts")
          .contains("action=\"/_local/schedules/ProbeFunction\"", "<td class=\"n\">")
          .doesNotContain("%s");
    }
  }

  @Test
  void aPublishedRequestIsShownAndMailed() throws IOException {
    try (var stack = Stack.start(settings(0))) {
      publish(stack, Published.request("email").toString());

      assertThat(get(stack.url().resolve("/_local/requests"), ""))
          .contains("<iframe", "To ada@example.com")
          .doesNotContain("%s");
      assertThat(get(stack.url().resolve("/_local/requests/live"), "")).contains("<iframe");
      assertThat(get(stack.url().resolve("/_local/requests.json"), ""))
          .contains("\"requestId\":\"c1\"");
      assertThat(get(stack.url().resolve("/_local/mails/1"), "")).startsWith("200 <!DOCTYPE html>");
      assertThat(get(stack.url().resolve("/_local/mails"), "")).contains("/_local/mails/1");
      assertThat(get(stack.url().resolve("/_local/mails/2"), "")).startsWith("404 ");
      assertThat(get(stack.url().resolve("/_local/"), "")).contains("href=\"/_local/mails/1\"");
    }
  }

  @Test
  void aPortInUseIsSaidAtOnce() throws IOException {
    try (var taken = LoopbackServer.start(0, exchange -> {})) {
      assertThatExceptionOfType(BindException.class)
          .isThrownBy(() -> Stack.start(settings(taken.port())));
    }
  }

  private Settings settings(int port) throws IOException {
    var template = Files.writeString(folder.resolve("template.yaml"), TEMPLATE);
    var classes =
        Path.of(
            URI.create(
                StackTest.class.getProtectionDomain().getCodeSource().getLocation().toString()));
    var code = new CodeSource.Code(classes, List.of(classes.toString()));
    return new Settings(
        template,
        port,
        Map.of(),
        function -> code,
        folder.resolve("outbox"),
        Optional.empty(),
        line -> {});
  }

  private static String get(URI uri, String token) {
    var request = HttpRequest.newBuilder(uri);
    return send(token.isEmpty() ? request : request.header("Authorization", "Bearer " + token));
  }

  private static String post(Stack stack, String page, String body) {
    return send(
        HttpRequest.newBuilder(stack.url().resolve("/_local/" + page))
            .POST(BodyPublishers.ofString(body)));
  }

  private static void publish(Stack stack, String message) {
    var form =
        Map.of(
            "Action",
            "Publish",
            "TopicArn",
            stack.account().arn("sns", "RatingRequestTopic"),
            "Message",
            message);
    var body =
        form.entrySet().stream()
            .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), UTF_8))
            .collect(joining("&"));
    var sns = URI.create(stack.endpoints().get("AWS_ENDPOINT_URL_SNS") + "/");
    assertThat(send(HttpRequest.newBuilder(sns).POST(BodyPublishers.ofString(body))))
        .startsWith("200 ");
  }

  private static String send(HttpRequest.Builder request) {
    try (var client = HttpClient.newHttpClient()) {
      var response = client.send(request.build(), BodyHandlers.ofString());
      return response.statusCode() + " " + response.body();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
