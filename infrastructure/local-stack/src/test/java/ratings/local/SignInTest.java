package ratings.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ratings.local.http.DevelopmentIssuer;
import ratings.local.http.Pages;
import ratings.local.loopback.LoopbackServer;
import ratings.local.mappings.VirtualClock;
import ratings.local.signin.Client;

/** The code flow with PKCE at the development issuer, over HTTP as a browser and its page do it. */
class SignInTest {
  /** The pair of RFC 7636, appendix B. */
  private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

  private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
  private static final String PAGE = "http://127.0.0.1:8081/admin/signed-in";

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final VirtualClock CLOCK = new VirtualClock(Instant.parse("2026-11-22T12:00:00Z"));
  private static LoopbackServer server;

  @BeforeAll
  static void start() throws IOException {
    var pages = new Pages();
    server = LoopbackServer.start(0, pages);
    var issuer = new DevelopmentIssuer(at(""), "us", Clock.systemUTC());
    issuer.addTo(pages);
    var client = Client.at("us", List.of(URI.create("http://127.0.0.1:8081")));
    new SignInPages(issuer, client, CLOCK).addTo(pages);
  }

  @AfterAll
  static void stop() {
    server.close();
    CLIENT.close();
  }

  @Test
  void theConfigurationNamesWhatThereIsAndAnyOriginMayReadIt() throws IOException {
    var answer = get("/.well-known/openid-configuration", Map.of());
    var configuration = json(answer);

    assertThat(answer.headers().firstValue("access-control-allow-origin")).hasValue("*");
    assertThat(get("/jwks", Map.of()).headers().firstValue("access-control-allow-origin"))
        .hasValue("*");
    assertThat(configuration.path("issuer").asText()).isEqualTo(at(""));
    assertThat(configuration.path("authorization_endpoint").asText()).isEqualTo(at("/authorize"));
    assertThat(configuration.path("token_endpoint").asText()).isEqualTo(at("/token"));
    assertThat(configuration.path("end_session_endpoint").asText()).isEqualTo(at("/end_session"));
    assertThat(configuration.path("code_challenge_methods_supported")).hasToString("[\"S256\"]");
    assertThat(configuration.path("response_types_supported")).hasToString("[\"code\"]");
    assertThat(configuration.path("scopes_supported")).hasSize(6);
  }

  @Test
  void thePageAsksWhoToBeAndItsFormMayLeadBack() {
    var page = get("/authorize", asked());

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("<button name=\"person\" value=\"ada\">", "name=\"state\" value=\"a&amp;b\"")
        .contains("name=\"sub\"", "name=\"workspace\"", "name=\"right\" value=\"ratings/erase\"")
        .doesNotContain("<script", "%s");
    assertThat(page.headers().firstValue("content-security-policy").orElse(""))
        .contains("form-action 'self' http://127.0.0.1:8081;");
  }

  @Test
  void aChosenPersonGetsTokens() throws IOException {
    var back = choose(asked(), Map.of("person", "ray"));
    assertThat(back.toString()).startsWith(PAGE + "?");
    assertThat(fields(back)).containsEntry("state", "a&b").containsOnlyKeys("code", "state");

    var answer = post("/token", exchanged(fields(back).get("code")));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("access-control-allow-origin")).hasValue("*");
    assertThat(answer.headers().firstValue("cache-control")).hasValue("no-store");
    var tokens = json(answer);
    assertThat(tokens.path("token_type").asText()).isEqualTo("Bearer");
    assertThat(tokens.path("expires_in").asInt()).isEqualTo(3600);
    assertThat(claims(tokens.path("access_token").asText()).toJSONObject())
        .containsEntry("iss", at(""))
        .containsEntry("aud", "us")
        .containsEntry("client_id", "us")
        .containsEntry("sub", "ray")
        .containsEntry("workspace", "acme")
        .containsEntry("scope", "openid ratings/read ratings/export");
    assertThat(claims(tokens.path("id_token").asText()).toJSONObject())
        .containsEntry("aud", "us")
        .containsEntry("sub", "ray")
        .containsEntry("name", "Ray")
        .containsEntry("nonce", "n1");
  }

  @Test
  void anybodyElseHasTheRightsThatWereTicked() throws IOException {
    var fields = new LinkedHashMap<>(Map.of("person", "other", "sub", "mia", "workspace", "w 2"));
    fields.put("right", "ratings/settings");
    var back = choose(asked(), fields);

    var tokens = json(post("/token", exchanged(fields(back).get("code"))));
    assertThat(claims(tokens.path("access_token").asText()).toJSONObject())
        .containsEntry("sub", "mia")
        .containsEntry("workspace", "w 2")
        .containsEntry("scope", "openid ratings/settings");
  }

  @Test
  void nobodyIsSignedInWithoutAChoice() {
    assertThat(post("/authorize", asked()).statusCode()).isEqualTo(400);
    assertThat(post("/authorize", with(asked(), "person", "nobody")).statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({
    "redirect_uri, https://evil.example/admin/signed-in",
    "redirect_uri, http://127.0.0.1:8081/admin/x",
    "redirect_uri, http://127.0.0.1:8081/admin",
    "redirect_uri, http://127.0.0.1:9999/admin/signed-in",
    "redirect_uri, http://127.0.0.1:8081@evil.example/admin/signed-in",
    "redirect_uri,",
    "client_id, others",
    "client_id,",
  })
  void aBrowserIsNotSentToWhereNobodyAskedFrom(String name, String value) {
    for (var answer :
        List.of(
            get("/authorize", with(asked(), name, value)),
            post("/authorize", with(with(asked(), name, value), "person", "ada")))) {
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.headers().firstValue("location")).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "code_challenge_method, plain, invalid_request",
    "code_challenge_method, , invalid_request",
    "code_challenge, , invalid_request",
    "code_challenge, short, invalid_request",
    "response_type, token, unsupported_response_type",
    "scope, ratings/read, invalid_scope",
  })
  void aRequestThatIsNotTheCodeFlowWithPkceIsSentBack(String name, String value, String error) {
    for (var answer :
        List.of(
            get("/authorize", with(asked(), name, value)),
            post("/authorize", with(with(asked(), name, value), "person", "ada")))) {
      assertThat(answer.statusCode()).isEqualTo(303);
      assertThat(fields(location(answer)))
          .containsEntry("error", error)
          .containsEntry("state", "a&b")
          .doesNotContainKey("code");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "code_verifier, E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM, invalid_grant",
    "code_verifier, dBjftJeZ4CVP, invalid_grant",
    "code_verifier, , invalid_request",
    "redirect_uri, http://localhost:8081/admin/signed-in, invalid_grant",
    "redirect_uri, , invalid_request",
    "client_id, others, invalid_grant",
    "client_id, , invalid_request",
    "code, guessed, invalid_grant",
    "code, , invalid_request",
    "grant_type, password, unsupported_grant_type",
    "grant_type, , invalid_request",
  })
  void aCodeIsWorthNothingToAnybodyElse(String name, String value, String error)
      throws IOException {
    var code = fields(choose(asked(), Map.of("person", "ada"))).get("code");

    var answer = post("/token", with(exchanged(code), name, value));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).path("error").asText()).isEqualTo(error);
    assertThat(json(answer).has("access_token")).isFalse();
    assertThat(answer.headers().firstValue("access-control-allow-origin")).hasValue("*");
  }

  @Test
  void aCodeIsWorthATokenOnce() throws IOException {
    var code = fields(choose(asked(), Map.of("person", "ada"))).get("code");

    assertThat(post("/token", exchanged(code)).statusCode()).isEqualTo(200);
    assertThat(json(post("/token", exchanged(code))).path("error").asText())
        .isEqualTo("invalid_grant");
  }

  @Test
  void aCodeThatSomebodyTriedIsSpent() {
    var code = fields(choose(asked(), Map.of("person", "ada"))).get("code");

    assertThat(post("/token", with(exchanged(code), "code_verifier", CHALLENGE)).statusCode())
        .isEqualTo(400);
    assertThat(post("/token", exchanged(code)).statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({"59, 200", "60, 400"})
  void aCodeLivesForAMinute(int seconds, int status) {
    var code = fields(choose(asked(), Map.of("person", "ada"))).get("code");

    CLOCK.last(Duration.ofSeconds(seconds));

    assertThat(post("/token", exchanged(code)).statusCode()).isEqualTo(status);
  }

  @Test
  void theTokenEndpointTakesPosts() {
    assertThat(get("/token", Map.of()).statusCode()).isEqualTo(405);
    var preflight = send(request("/token").method("OPTIONS", BodyPublishers.noBody()));
    assertThat(preflight.statusCode()).isEqualTo(204);
    assertThat(preflight.headers().firstValue("access-control-allow-headers")).hasValue("*");
  }

  @Test
  void whoSignsOutIsBackAtThePage() {
    var answer = get("/end_session", Map.of("post_logout_redirect_uri", PAGE));

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(location(answer)).hasToString(PAGE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example/admin/signed-in", ""})
  void signingOutLeadsNowhereElse(String page) {
    var answer = get("/end_session", Map.of("post_logout_redirect_uri", page));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("location")).isEmpty();
  }

  private static Map<String, String> asked() {
    return Map.of(
        "client_id", "us",
        "redirect_uri", PAGE,
        "response_type", "code",
        "scope", "openid",
        "state", "a&b",
        "nonce", "n1",
        "code_challenge", CHALLENGE,
        "code_challenge_method", "S256");
  }

  private static Map<String, String> exchanged(String code) {
    return Map.of(
        "grant_type", "authorization_code",
        "client_id", "us",
        "redirect_uri", PAGE,
        "code", code,
        "code_verifier", VERIFIER);
  }

  /** Null leaves the field out. */
  private static Map<String, String> with(Map<String, String> fields, String name, String value) {
    var changed = new LinkedHashMap<>(fields);
    changed.remove(name);
    if (value != null) {
      changed.put(name, value);
    }
    return changed;
  }

  private static URI choose(Map<String, String> request, Map<String, String> choice) {
    var form = new LinkedHashMap<>(request);
    form.putAll(choice);
    return location(post("/authorize", form));
  }

  private static URI location(HttpResponse<String> answer) {
    return URI.create(answer.headers().firstValue("location").orElseThrow());
  }

  private static Map<String, String> fields(URI uri) {
    return Arrays.stream(uri.getRawQuery().split("&", -1))
        .map(pair -> pair.split("=", 2))
        .collect(toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], UTF_8)));
  }

  private static JWTClaimsSet claims(String token) throws IOException {
    try {
      var jwt = SignedJWT.parse(token);
      var keys = JWKSet.parse(get("/jwks", Map.of()).body());
      var key = keys.getKeyByKeyId(jwt.getHeader().getKeyID()).toRSAKey();
      assertThat(jwt.verify(new RSASSAVerifier(key))).isTrue();
      return jwt.getJWTClaimsSet();
    } catch (ParseException | JOSEException e) {
      throw new IOException(e);
    }
  }

  private static JsonNode json(HttpResponse<String> answer) throws IOException {
    return new JsonMapper().readTree(answer.body());
  }

  private static HttpResponse<String> get(String path, Map<String, String> query) {
    return send(request(path + "?" + encoded(query)));
  }

  private static HttpResponse<String> post(String path, Map<String, String> form) {
    return send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(encoded(form))));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), UTF_8))
        .collect(joining("&"));
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(at(path)));
  }

  private static String at(String path) {
    return "http://127.0.0.1:" + server.port() + "/_local/issuer" + path;
  }
}
