package ratings.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FunctionAnswerTest {
  @Test
  void statusHeadersCookiesAndBodyGoToTheClient() {
    var response =
        response(
            """
            {"statusCode": 201, "headers": {"Location": "/x", "X-Number": 3, "Content-Length": "9"},
             "cookies": ["a=1", "b=2"], "body": "made"}
            """);

    assertThat(response.status()).isEqualTo(201);
    assertThat(response.headers())
        .containsEntry("location", List.of("/x"))
        .containsEntry("x-number", List.of("3"))
        .containsEntry("set-cookie", List.of("a=1", "b=2"))
        .containsEntry("content-type", List.of("text/plain; charset=utf-8"))
        .doesNotContainKey("content-length");
    assertThat(response.body()).asString().isEqualTo("made");
  }

  @Test
  void aBinaryBodyIsDecoded() {
    var response = response("{\"statusCode\":200,\"body\":\"/w==\",\"isBase64Encoded\":true}");

    assertThat(response.body()).containsExactly(0xff);
  }

  @Test
  void withoutAStatusTheAnswerIsTheBody() {
    var response = response("{\"hello\":\"you\"}");

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.headers()).containsEntry("content-type", List.of("application/json"));
    assertThat(response.body()).asString().isEqualTo("{\"hello\":\"you\"}");
    assertThat(response("\"hi\"").body()).asString().isEqualTo("hi");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not JSON",
        "{\"statusCode\":\"x\"}",
        "{\"statusCode\":200,\"body\":{}}",
        "{\"statusCode\":200,\"body\":\"%%\",\"isBase64Encoded\":true}"
      })
  void aMalformedAnswerIsTheGatewaysError(String payload) {
    var response = response(payload);

    assertThat(response.status()).isEqualTo(500);
    assertThat(response.body()).asString().isEqualTo("{\"message\":\"Internal Server Error\"}");
  }

  private static GatewayResponse response(String payload) {
    return FunctionAnswer.toResponse(payload.getBytes(StandardCharsets.UTF_8));
  }
}
