package ratings.functions.feedback;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import ratings.domain.bot.Algorithm;
import ratings.domain.bot.Claims;
import ratings.domain.bot.ClientSecret;
import ratings.http.Json;

/**
 * A token as it was sent (RFC 7515, section 7.1): nothing that it says holds before it is verified.
 * It is read strictly: one encoding of each part, no name twice, nothing that must be understood.
 *
 * @param algorithm that it says it is signed with
 * @param signed header and claims as they stand in it, which is what is signed
 */
record SentToken(Algorithm algorithm, Claims claims, String signed, Base64URL signature) {
  private static final int LONGEST = 8192;
  private static final Pattern COMPACT = Pattern.compile("([\\w-]+)\\.([\\w-]+)\\.([\\w-]+)");

  /** What brings a key, or must be understood, makes a token no better. */
  private static final Set<String> REFUSED =
      Set.of("jwk", "jku", "x5c", "x5u", "x5t", "x5t#S256", "crit", "b64");

  /** The token of that text; nothing for what is none, or signed with what is not taken. */
  static Optional<SentToken> read(String text) {
    var parts = COMPACT.matcher(text);
    if (text.length() > LONGEST || !parts.matches()) {
      return Optional.empty();
    }
    var signed = text.substring(0, parts.end(2));
    var signature = new Base64URL(parts.group(3));
    if (!isCanonical(signature)) {
      return Optional.empty();
    }
    try {
      var header = object(parts.group(1));
      var claims = new Claims(object(parts.group(2)));
      return algorithm(header).map(it -> new SentToken(it, claims, signed, signature));
    } catch (Json.Malformed e) {
      return Optional.empty();
    }
  }

  /** Whether one of the secrets has signed it; all are tried, so that none is found by its time. */
  boolean isSignedWith(List<ClientSecret> secrets) {
    boolean isSigned = false;
    for (var secret : secrets) {
      isSigned |= isSignedWith(secret);
    }
    return isSigned;
  }

  private boolean isSignedWith(ClientSecret secret) {
    var header = new JWSHeader(JWSAlgorithm.parse(algorithm.name()));
    try {
      return new MACVerifier(secret.key())
          .verify(header, signed.getBytes(StandardCharsets.US_ASCII), signature);
    } catch (JOSEException e) {
      throw new IllegalStateException("every Java platform has HMAC with SHA-2", e);
    }
  }

  private static Optional<Algorithm> algorithm(Map<?, ?> header) {
    return Optional.ofNullable(header.get("alg"))
        .filter(_ -> REFUSED.stream().noneMatch(header::containsKey))
        .map(Object::toString)
        .flatMap(Algorithm::of);
  }

  /** Whether it is the one encoding of what it stands for: the last sign may hold stray bits. */
  private static boolean isCanonical(Base64URL part) {
    return Base64URL.encode(part.decode()).equals(part);
  }

  private static Map<?, ?> object(String part) throws Json.Malformed {
    var encoded = new Base64URL(part);
    return isCanonical(encoded) && Json.read(encoded.decodeToString()) instanceof Map<?, ?> object
        ? object
        : Map.of();
  }

  @Override
  public String toString() {
    return "a token";
  }
}
