package ratings.http.webhook;

import static java.util.stream.Collectors.joining;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import ratings.domain.webhook.Secret;

/**
 * Signatures of the Standard Webhooks scheme, version 1: HMAC-SHA256 over {@code id.timestamp.body}
 * in base64, one for each secret.
 */
final class StandardSignature {
  private static final String ALGORITHM = "HmacSHA256";

  private StandardSignature() {}

  /** The value of the header {@code webhook-signature}. */
  static String of(List<Secret> secrets, String id, Instant at, String body) {
    var signed = id + "." + at.getEpochSecond() + "." + body;
    return secrets.stream().map(secret -> "v1," + hmac(secret, signed)).collect(joining(" "));
  }

  private static String hmac(Secret secret, String signed) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.bytes(), ALGORITHM));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
