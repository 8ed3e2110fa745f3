package ratings.local.http;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Stands in for whoever issues tokens in earnest: a key of its own for each run, and tokens for
 * whoever asks.
 */
public final class DevelopmentIssuer {
  private static final Duration LIFETIME = Duration.ofHours(12);
  private static final int KEY_BITS = 2048;

  private final String issuer;
  private final String audience;
  private final Clock clock;
  private final RSAKey key;

  /**
   * Makes a key, which takes some hundred milliseconds.
   *
   * @param issuer the URL below which {@link #addTo} publishes it
   */
  public DevelopmentIssuer(String issuer, String audience, Clock clock) {
    this.issuer = issuer;
    this.audience = audience;
    this.clock = clock;
    try {
      this.key = new RSAKeyGenerator(KEY_BITS).keyID(UUID.randomUUID().toString()).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * A signed token.
   *
   * @param scopes separated by spaces
   */
  public String token(String subject, String workspace, String scopes) {
    var claims = new LinkedHashMap<>(Map.of("sub", subject, "scope", scopes));
    if (!workspace.isEmpty()) {
      claims.put("workspace", workspace);
    }
    return token(claims, LIFETIME);
  }

  /** A signed token with these claims. */
  public String token(Map<String, String> claims, Duration lifetime) {
    var now = clock.instant();
    var all =
        new JWTClaimsSet.Builder()
            .issuer(issuer)
            .audience(audience)
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(lifetime)));
    claims.forEach(all::claim);
    return sign(all.build());
  }

  /** What its tokens name as their issuer. */
  public String url() {
    return issuer;
  }

  /** Publishes keys and a place that mints tokens. */
  public void addTo(Pages pages) {
    pages.add("issuer/jwks", it -> sendJson(it, new JWKSet(key.toPublicJWK()).toString()));
    pages.add("token", this::mint);
  }

  private void mint(HttpExchange exchange) throws IOException {
    var query = QueryParameters.of(exchange.getRequestURI().getRawQuery());
    String workspace = query.first("workspace").orElse("");
    String scopes = String.join(" ", query.all("scope"));
    String subject = query.first("sub").orElse("developer");
    Pages.send(exchange, 200, token(subject, workspace, scopes) + "\n");
  }

  private String sign(JWTClaimsSet claims) {
    try {
      var header =
          new JWSHeader.Builder(JWSAlgorithm.RS256)
              .type(JOSEObjectType.JWT)
              .keyID(key.getKeyID())
              .build();
      var token = new SignedJWT(header, claims);
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void sendJson(HttpExchange exchange, String json) throws IOException {
    exchange.getResponseHeaders().set("access-control-allow-origin", "*");
    Pages.send(exchange, 200, "application/json", json.getBytes(StandardCharsets.UTF_8));
  }
}
