package ratings.local.http;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Clock;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import ratings.local.template.ApiResource.Authorizer;

/** An HTTP API's JWT authorizer: RSA signatures by the issuer's keys, its claims, route scopes. */
final class JwtAuthorizer {
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(JWSAlgorithm.RS256, JWSAlgorithm.RS384, JWSAlgorithm.RS512);
  private static final String HEADER = "$request.header.";
  private static final String QUERY = "$request.querystring.";

  private final Authorizer authorizer;
  private final Clock clock;
  private final DefaultJWTProcessor<SecurityContext> signatures = new DefaultJWTProcessor<>();

  JwtAuthorizer(Authorizer authorizer, JWKSource<SecurityContext> keys, Clock clock) {
    this.authorizer = authorizer;
    this.clock = clock;
    signatures.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
    signatures.setJWSTypeVerifier((type, context) -> {});
    signatures.setJWTClaimsSetVerifier((claims, context) -> {});
  }

  /** Whether a request may pass. */
  sealed interface Decision {}

  /**
   * It may.
   *
   * @param claims all as text, as a function receives them
   * @param scopes those of the token, if the route asks for any
   */
  record Caller(Map<String, String> claims, List<String> scopes) implements Decision {}

  /** It may not, and this is the answer. */
  record Refused(GatewayResponse response) implements Decision {}

  Decision decide(GatewayRequest request, List<String> routeScopes) {
    var token = token(request);
    if (token.isEmpty()) {
      return refused(401, "Unauthorized", "Bearer");
    }
    var claims = verified(token.get());
    if (claims.isEmpty()) {
      return refused(
          401,
          "Unauthorized",
          "Bearer scope=\""
              + String.join(" ", routeScopes)
              + "\" error=\"invalid_token\""
              + " error_description=\"the token is not valid\"");
    }
    var scopes = scopes(claims.get());
    if (!routeScopes.isEmpty() && routeScopes.stream().noneMatch(scopes::contains)) {
      return refused(
          403,
          "Forbidden",
          "Bearer scope=\""
              + String.join(" ", routeScopes)
              + "\" error=\"insufficient_scope\""
              + " error_description=\"the token lacks a scope\"");
    }
    return new Caller(asTexts(claims.get()), routeScopes.isEmpty() ? List.of() : scopes);
  }

  private Optional<String> token(GatewayRequest request) {
    String source = authorizer.identitySource();
    Optional<String> found =
        source.startsWith(HEADER)
            ? request.header(source.substring(HEADER.length()).toLowerCase(Locale.ROOT))
            : QueryParameters.of(request.query()).first(source.substring(QUERY.length()));
    return found
        .map(it -> it.regionMatches(true, 0, "Bearer ", 0, 7) ? it.substring(7) : it)
        .map(String::strip)
        .filter(it -> !it.isEmpty());
  }

  private Optional<JWTClaimsSet> verified(String token) {
    try {
      var jwt = SignedJWT.parse(token);
      if (jwt.getHeader().getKeyID() == null) {
        return Optional.empty();
      }
      return Optional.of(signatures.process(jwt, null)).filter(this::areInForce);
    } catch (ParseException | BadJOSEException | JOSEException e) {
      return Optional.empty();
    }
  }

  private boolean areInForce(JWTClaimsSet claims) {
    var now = Date.from(clock.instant());
    var expires = claims.getExpirationTime();
    return authorizer.issuer().equals(claims.getIssuer())
        && isForUs(claims)
        && expires != null
        && expires.after(now)
        && isPast(claims.getNotBeforeTime(), now)
        && isPast(claims.getIssueTime(), now);
  }

  /** A client id counts only where no audience is named. */
  private boolean isForUs(JWTClaimsSet claims) {
    if (!claims.getAudience().isEmpty()) {
      return claims.getAudience().stream().anyMatch(authorizer.audience()::contains);
    }
    return claims.getClaim("client_id") instanceof String client
        && authorizer.audience().contains(client);
  }

  private static boolean isPast(Date time, Date now) {
    return time == null || !time.after(now);
  }

  private static List<String> scopes(JWTClaimsSet claims) {
    Object scope =
        claims.getClaim("scope") == null ? claims.getClaim("scp") : claims.getClaim("scope");
    return switch (scope) {
      case String text -> List.of(text.split(" ", -1));
      case Collection<?> many -> many.stream().map(Object::toString).toList();
      case null, default -> List.of();
    };
  }

  private static Map<String, String> asTexts(JWTClaimsSet claims) {
    var texts = new LinkedHashMap<String, String>();
    claims.toJSONObject().forEach((name, value) -> texts.put(name, asText(value)));
    return texts;
  }

  private static String asText(Object value) {
    return switch (value) {
      case Collection<?> many ->
          many.stream().map(JwtAuthorizer::asText).collect(Collectors.joining(" ", "[", "]"));
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(entry -> entry.getKey() + ":" + asText(entry.getValue()))
              .collect(Collectors.joining(" ", "map[", "]"));
      case null -> "";
      default -> value.toString();
    };
  }

  private static Refused refused(int status, String message, String challenge) {
    return new Refused(
        GatewayResponse.message(status, message).with(Map.of("www-authenticate", challenge)));
  }
}
