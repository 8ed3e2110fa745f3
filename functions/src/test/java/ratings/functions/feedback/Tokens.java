package ratings.functions.feedback;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import ratings.domain.bot.ClientSecret;
import ratings.http.Json;

/**
 * Tokens for tests, made without the library that reads them.
 *
 * @param header as JSON
 * @param claims as JSON
 * @param mac that signs, as Java calls it
 */
public record Tokens(String header, String claims, byte[] key, String mac) {
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  /** A client's, which holds for an hour. */
  public static Tokens of(String clientId, ClientSecret secret, Instant now) {
    var claims =
        Map.of(
            "appId",
            clientId,
            "sub",
            "canary-sub",
            "iat",
            now.getEpochSecond(),
            "exp",
            now.getEpochSecond() + 3600);
    return new Tokens(
        "{\"alg\":\"HS256\",\"typ\":\"JWT\"}", json(claims), secret.key(), "HmacSHA256");
  }

  public Tokens algorithm(String alg, String otherMac) {
    return new Tokens(header.replace("HS256", alg), claims, key, otherMac);
  }

  public Tokens header(String json) {
    return new Tokens(json, claims, key, mac);
  }

  public Tokens claims(String json) {
    return new Tokens(header, json, key, mac);
  }

  public Tokens key(byte[] other) {
    return new Tokens(header, claims, other, mac);
  }

  /** With a claim, in place of what has its name. */
  public Tokens claim(String name, Object value) {
    var all = read();
    all.put(name, value);
    return claims(json(all));
  }

  public Tokens without(String name) {
    var all = read();
    all.remove(name);
    return claims(json(all));
  }

  /** With that JSON behind the other claims. */
  public Tokens and(String members) {
    return claims(claims.substring(0, claims.length() - 1) + "," + members + "}");
  }

  public String make() {
    return signed() + "." + BASE64.encodeToString(signature());
  }

  /** All but the signature. */
  public String signed() {
    return encoded(header) + "." + encoded(claims);
  }

  public static String encoded(String text) {
    return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private byte[] signature() {
    try {
      var signer = Mac.getInstance(mac);
      signer.init(new SecretKeySpec(key, mac));
      return signer.doFinal(signed().getBytes(StandardCharsets.US_ASCII));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private Map<String, Object> read() {
    try {
      var all = new LinkedHashMap<String, Object>();
      ((Map<?, ?>) Json.read(claims)).forEach((name, value) -> all.put(name.toString(), value));
      return all;
    } catch (Json.Malformed e) {
      throw new AssertionError(e);
    }
  }

  private static String json(Map<String, ?> document) {
    return new String(Json.write(document), StandardCharsets.UTF_8);
  }
}
