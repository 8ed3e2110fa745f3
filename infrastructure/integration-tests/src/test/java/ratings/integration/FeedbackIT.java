package ratings.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.util.Base64URL;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The platform of a virtual assistant sends its scores to us, and has changed nothing but a host.
 */
@AgainstTheStack
class FeedbackIT {
  private static final JsonMapper JSON = new JsonMapper();
  private static final OpenApi API = OpenApi.read();
  private static final Api HERE = RunningStack.api();
  private static final Api ADMIN = RunningStack.adminOf("hooli");
  private static final String BOT = "st-hooli";
  private static final String CLIENTS = "/v1/bots/" + BOT + "/clients/";
  private static final String REGISTRATION =
      "{\"orgId\":\"o-1\",\"accountId\":\"a-1\",\"userId\":\"u-1\",\"scopes\":[\"Metrics\"]}";
  private static final Path SAMPLES =
      Path.of(System.getProperty("repository"), "functions/src/test/resources/ratings/functions");

  private static String secret;

  @BeforeAll
  static void aBotWithAClient() throws IOException {
    secret = member(ADMIN.put(CLIENTS + "cs-hooli", REGISTRATION), "secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/public/bot/", "/api/1.1/public/bot/"})
  void r125TheSampleIsAnsweredWithTheKeysOfTheSample(String path) throws Exception {
    var answer = send(path + BOT + "/saveFeedback", token("cs-hooli", secret), sample());

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(names(answer.body())).isEqualTo(names(file("sample-response.json")));
    assertThat(flaws(path, answer)).isEmpty();
  }

  @Test
  void r109AScoreIsListedExportedAndAnnounced() throws Exception {
    var body = sample().replace("qatesting@vomoto.com", "ada@hooli.example");
    var id = member(send(body), "_id");

    var listed = JSON.readTree(ADMIN.get("/v1/ratings/" + id).body());
    assertThat(listed.get("score").intValue()).isZero();
    assertThat(listed.get("scale").textValue()).isEqualTo("thumbs");
    assertThat(listed.get("survey").textValue()).isEqualTo("Thumb");
    assertThat(listed.get("source").textValue()).isEqualTo("api");
    assertThat(listed.get("channel").textValue()).isEqualTo("rtm");
    assertThat(listed.get("language").textValue()).isEqualTo("en");
    assertThat(listed.get("botId").textValue()).isEqualTo(BOT);
    assertThat(listed.get("widgetId").isNull()).isTrue();
    assertThat(ADMIN.get("/v1/ratings?userId=ada@hooli.example&survey=Thumb").body()).contains(id);

    assertThat(exported(id)).contains("," + "0,,ada@hooli.example,,rtm,,");
    Waiting.until(() -> ADMIN.get("/v1/alerts").body().contains(id));
    assertThat(RunningStack.adminOf("umbrella").get("/v1/ratings").body()).doesNotContain(id);
  }

  @Test
  void r109ScoresAreCountedByTypeAndName() throws Exception {
    var nps = sample().replace("THUMB", "NPS").replace("\"Thumb\"", "\"After the chat\"");
    send(nps.replace("\"score\":0", "\"score\":9"));
    send(nps.replace("\"score\":0", "\"score\":3"));

    var report = "/v1/reports/ratings?by=survey&scale=nps&survey=After%20the%20chat";
    Waiting.until(() -> ADMIN.get(report).says("answered", "2"));
    assertThat(ADMIN.get(report).body())
        .contains("\"key\":\"After the chat\"", "\"promoters\":1,\"passives\":0,\"detractors\":1");
  }

  @Test
  void whileItsSecretIsRotatedBothSignAndARemovedClientsTokensAreDead() throws Exception {
    var first = member(ADMIN.put(CLIENTS + "cs-rotated", REGISTRATION), "secret");
    var second = member(ADMIN.post(CLIENTS + "cs-rotated/secrets", ""), "secret");
    var path = "/api/public/bot/" + BOT + "/saveFeedback";

    for (var live : List.of(first, second)) {
      assertThat(send(path, token("cs-rotated", live), sample()).status()).isEqualTo(200);
    }
    ADMIN.send("DELETE", CLIENTS + "cs-rotated", "", "accept", "*/*");
    assertThat(send(path, token("cs-rotated", second), sample()).status()).isEqualTo(401);
  }

  @Test
  void p20AStrangersClientReachesNeitherTheBotNorTheClient() throws Exception {
    var stranger = RunningStack.adminOf("umbrella");
    var taken = stranger.put("/v1/bots/theirs/clients/cs-hooli", REGISTRATION);
    assertThat(taken.status()).isEqualTo(409);
    var theirs = member(stranger.put("/v1/bots/theirs/clients/cs-theirs", REGISTRATION), "secret");

    var refused =
        send("/api/public/bot/" + BOT + "/saveFeedback", token("cs-theirs", theirs), sample());

    assertThat(refused.status()).isEqualTo(404);
    assertThat(refused.says("code", "\"unknown-bot\"")).isTrue();
    for (var method : List.of("GET", "DELETE")) {
      assertThat(stranger.send(method, CLIENTS + "cs-hooli", "", "accept", "*/*").status())
          .isEqualTo(404);
    }
  }

  @ParameterizedTest
  @MethodSource("forged")
  void p21AForgedTokenIsRefusedByWhatIsDeployed(String token) throws IOException {
    var path = "/api/public/bot/";
    var refused = send(path + BOT + "/saveFeedback", token, sample());

    assertThat(refused.status()).as(refused.body()).isEqualTo(401);
    assertThat(flaws(path, refused)).isEmpty();
  }

  private static Stream<String> forged() throws JOSEException {
    var claims = "{\"appId\":\"cs-hooli\",\"exp\":4102444800}";
    var headers =
        List.of(
            "{\"alg\":\"none\"}",
            "{\"alg\":\"RS256\"}",
            "{\"alg\":\"HS256\"}",
            "{\"alg\":\"HS256\",\"jwk\":{\"kty\":\"oct\",\"k\":\"AA\"}}",
            "{\"alg\":\"HS256\",\"x5c\":[\"AA\"],\"jku\":\"https://evil.example\"}",
            "{\"alg\":\"HS256\",\"crit\":[\"b64\"],\"b64\":false}",
            "{\"alg\":\"HS256\",\"enc\":\"A128GCM\",\"epk\":{\"kty\":\"EC\"},\"zip\":\"DEF\"}",
            "{\"alg\":\"HS256\",\"typ\":1,\"kid\":{},\"cty\":[]}",
            "{\"alg\":\"HS512\",\"url\":5,\"nonce\":true,\"x\":[[[]]],\"n\":1.5e300}",
            "[]");
    return Stream.concat(
        headers.stream().map(it -> Base64URL.encode(it) + "." + Base64URL.encode(claims) + ".AAAA"),
        Stream.of("x", token("cs-hooli", "0".repeat(64)), token("nobody", secret)));
  }

  private static String exported(String id) throws IOException {
    var order = "{\"filter\":{\"conversationId\":\"" + id + "\"},\"timeZone\":\"UTC\"}";
    var export = ADMIN.post("/v1/exports", order).header("location");
    Waiting.until(() -> ADMIN.get(export).says("state", "\"ready\""));
    var link = JSON.readTree(ADMIN.get(export + "/file?as=json").body()).get("url").textValue();
    try (var file = URI.create(link).toURL().openStream()) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Api.Answer send(String body) throws JOSEException {
    return send("/api/1.1/public/bot/" + BOT + "/saveFeedback", token("cs-hooli", secret), body);
  }

  private static Api.Answer send(String path, String token, String body) {
    return HERE.send("POST", path, body, "content-type", "application/json", "auth", token);
  }

  private static List<String> flaws(String path, Api.Answer answer) {
    return API.flaws(
        "POST " + path + "{botId}/saveFeedback",
        Reply.of(answer).without(AuthorizationIT.GATEWAYS));
  }

  private static String token(String client, String key) throws JOSEException {
    var claims = "{\"appId\":\"%s\",\"exp\":%d}";
    var until = Instant.now().getEpochSecond() + 600;
    var token =
        new JWSObject(
            new JWSHeader(JWSAlgorithm.HS256), new Payload(claims.formatted(client, until)));
    token.sign(new MACSigner(key));
    return token.serialize();
  }

  private static String member(Api.Answer answer, String name) throws IOException {
    assertThat(answer.status()).as(answer.body()).isLessThan(300);
    return JSON.readTree(answer.body()).get(name).textValue();
  }

  /** The names of an object with the types of their values, in their order. */
  private static List<String> names(String object) throws IOException {
    var names = new ArrayList<String>();
    for (var field : JSON.readTree(object).properties()) {
      JsonNode value = field.getValue();
      names.add(field.getKey() + " " + value.getNodeType());
    }
    return names;
  }

  private static String sample() throws IOException {
    return file("sample-request.json");
  }

  private static String file(String name) throws IOException {
    return Files.readString(SAMPLES.resolve("feedback").resolve(name));
  }
}
