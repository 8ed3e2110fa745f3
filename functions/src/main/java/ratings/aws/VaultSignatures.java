package ratings.aws;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import ratings.domain.signing.Signatures;

/** Signatures by HMAC-SHA256, cut to 128 bits, with keys from the vault. */
public final class VaultSignatures implements Signatures {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int BYTES = 16;

  private final VaultKeys keys;

  public VaultSignatures(VaultKeys keys) {
    this.keys = keys;
  }

  @Override
  public byte[] sign(String text) {
    return signature(keys.newest(), text);
  }

  @Override
  public boolean verify(String text, byte[] signature) {
    var secrets = keys.secrets();
    if (isBy(secrets, text, signature)) {
      return true;
    }
    var fresh = secrets.isEmpty() ? secrets : keys.freshSecrets();
    return !fresh.equals(secrets) && isBy(fresh, text, signature);
  }

  private static boolean isBy(List<byte[]> secrets, String text, byte[] signature) {
    return secrets.stream()
        .anyMatch(secret -> MessageDigest.isEqual(signature(secret, text), signature));
  }

  private static byte[] signature(byte[] secret, String text) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
      return Arrays.copyOf(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)), BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
