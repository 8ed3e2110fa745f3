package ratings.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import ratings.local.http.JwtAuthorizer.Caller;
import ratings.local.http.JwtAuthorizer.Refused;
import ratings.local.template.ApiResource.Authorizer;

/** P21 at the gateway: forged tokens are refused alike. */
class JwtAuthorizerTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final RSAKey KEY = key("ours");
  private static final RSAKey FOREIGN = key("ours");

  private final JwtAuthorizer authorizer =
      new JwtAuthorizer(
          new Authorizer("$request.header.Authorization", "http://issuer", List.of("us")),
          new ImmutableJWKSet<>(new JWKSet(KEY.toPublicJWK())),
          Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void aValidTokenPassesWithAllClaimsAsText() {
    var claims =
        claims(it -> it.claim("cognito:groups", List.of("a", "b")).claim("admin", true)).build();

    var caller = (Caller) decide("Bearer " + signed(KEY, claims));

    assertThat(caller.claims())
        .containsEntry("iss", "http://issuer")
        .containsEntry("cognito:groups", "[a b]")
        .containsEntry("admin", "true")
        .containsEntry("exp", Long.toString(NOW.getEpochSecond() + 60));
    assertThat(caller.scopes()).isEmpty();
  }

  @Test
  void aTokenWithoutBearerPassesAsOnAws() {
    assertThat(decide(signed(KEY, claims(it -> {}).build()))).isInstanceOf(Caller.class);
  }

  @Test
  void aClientIdStandsInForAnAudienceOnlyWhereThereIsNone() {
    var named = claims(it -> it.audience((String) null).claim("client_id", "us")).build();
    var both = claims(it -> it.audience("others").claim("client_id", "us")).build();

    assertThat(decide(signed(KEY, named))).isInstanceOf(Caller.class);
    assertThat(decide(signed(KEY, both))).isInstanceOf(Refused.class);
  }

  @Test
  void aRouteWithScopesNeedsOneOfThem() {
    var token = signed(KEY, claims(it -> it.claim("scope", "ratings/read other")).build());

    var allowed = (Caller) authorizer.decide(request(token), List.of("x", "ratings/read"));
    var refused = (Refused) authorizer.decide(request(token), List.of("ratings/erase"));

    assertThat(allowed.scopes()).containsExactly("ratings/read", "other");
    assertThat(refused.response().status()).isEqualTo(403);
    assertThat(refused.response().body()).asString().isEqualTo("{\"message\":\"Forbidden\"}");
  }

  @Test
  void withoutATokenTheAnswerOnlyAsksForOne() {
    var refused =
        (Refused)
            authorizer.decide(
                new GatewayRequest("GET", "/", "", Map.of(), new byte[0], "HTTP/1.1", "", 1),
                List.of());

    assertThat(refused.response().status()).isEqualTo(401);
    assertThat(refused.response().headers()).containsEntry("www-authenticate", List.of("Bearer"));
  }

  @TestFactory
  Stream<DynamicTest> forgedTokensAreRefusedAlike() throws JOSEException {
    var good = claims(it -> {}).build();
    String token = signed(KEY, good);
    String[] parts = token.split("\\.", -1);
    return forgeries(good, parts).entrySet().stream()
        .map(
            forged ->
                DynamicTest.dynamicTest(
                    forged.getKey(),
                    () -> {
                      var refused = (Refused) decide("Bearer " + forged.getValue());
                      assertThat(refused.response().status()).isEqualTo(401);
                      assertThat(refused.response().body())
                          .asString()
                          .isEqualTo("{\"message\":\"Unauthorized\"}");
                      assertThat(refused.response().headers().get("www-authenticate").getFirst())
                          .contains("error=\"invalid_token\"");
                    }));
  }

  private static Map<String, String> forgeries(JWTClaimsSet good, String[] parts)
      throws JOSEException {
    return Map.ofEntries(
        Map.entry("nonsense", "nonsense"),
        Map.entry("three dots", "..."),
        Map.entry("no signature", parts[0] + "." + parts[1] + "."),
        Map.entry("stripped signature", parts[0] + "." + parts[1]),
        Map.entry("another's signature", signed(FOREIGN, good)),
        Map.entry("changed claims", parts[0] + "." + encoded("{\"sub\":\"x\"}") + "." + parts[2]),
        Map.entry("algorithm none", new PlainJWT(good).serialize()),
        Map.entry("key confusion", confused(good)),
        Map.entry("another algorithm", signed(JWSAlgorithm.PS256, KEY.getKeyID(), good)),
        Map.entry("no key id", signed(JWSAlgorithm.RS256, null, good)),
        Map.entry("unknown key id", signed(JWSAlgorithm.RS256, "../../dev/null", good)),
        Map.entry("expired", signed(KEY, claims(it -> it.expirationTime(at(0))).build())),
        Map.entry("no expiry", signed(KEY, claims(it -> it.expirationTime(null)).build())),
        Map.entry("not yet valid", signed(KEY, claims(it -> it.notBeforeTime(at(1))).build())),
        Map.entry("issued tomorrow", signed(KEY, claims(it -> it.issueTime(at(86_400))).build())),
        Map.entry("wrong audience", signed(KEY, claims(it -> it.audience("others")).build())),
        Map.entry("no audience", signed(KEY, claims(it -> it.audience((String) null)).build())),
        Map.entry("wrong issuer", signed(KEY, claims(it -> it.issuer("http://issuer/")).build())),
        Map.entry("no issuer", signed(KEY, claims(it -> it.issuer(null)).build())));
  }

  private JwtAuthorizer.Decision decide(String authorization) {
    return authorizer.decide(request(authorization), List.of());
  }

  private static GatewayRequest request(String authorization) {
    var headers = Map.of("authorization", List.of(authorization));
    return new GatewayRequest("GET", "/", "", headers, new byte[0], "HTTP/1.1", "", 1);
  }

  private static JWTClaimsSet.Builder claims(Consumer<JWTClaimsSet.Builder> change) {
    var claims =
        new JWTClaimsSet.Builder()
            .issuer("http://issuer")
            .audience("us")
            .subject("ada")
            .issueTime(at(-60))
            .expirationTime(at(60));
    change.accept(claims);
    return claims;
  }

  private static Date at(long seconds) {
    return Date.from(NOW.plus(Duration.ofSeconds(seconds)));
  }

  private static String signed(RSAKey key, JWTClaimsSet claims) {
    return signed(key, JWSAlgorithm.RS256, key.getKeyID(), claims);
  }

  private static String signed(JWSAlgorithm algorithm, String keyId, JWTClaimsSet claims) {
    return signed(KEY, algorithm, keyId, claims);
  }

  private static String signed(
      RSAKey key, JWSAlgorithm algorithm, String keyId, JWTClaimsSet claims) {
    try {
      var jwt = new SignedJWT(new JWSHeader.Builder(algorithm).keyID(keyId).build(), claims);
      jwt.sign(new RSASSASigner(key));
      return jwt.serialize();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  /** The public key as the secret of an HMAC. */
  private static String confused(JWTClaimsSet claims) throws JOSEException {
    byte[] secret = KEY.toPublicJWK().toRSAPublicKey().getEncoded();
    var header = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(KEY.getKeyID()).build();
    var jwt = new SignedJWT(header, claims);
    jwt.sign(new MACSigner(Arrays.copyOf(secret, 64)));
    return jwt.serialize();
  }

  private static String encoded(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  private static RSAKey key(String id) {
    try {
      return new RSAKeyGenerator(2048).keyID(id).generate();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }
}
