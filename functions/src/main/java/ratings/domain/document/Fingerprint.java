package ratings.domain.document;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tells plain documents apart by their content, whatever the order of their fields. */
public final class Fingerprint {
  private static final int BYTES = 12;

  private Fingerprint() {}

  /** 96 bits of SHA-256 over the document, in base64url. */
  public static String of(Object document) {
    var canonical = new StringBuilder();
    append(document, canonical);
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(canonical.toString().getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Lengths and sizes stand before contents, so that no two documents look the same. */
  private static void append(Object value, StringBuilder canonical) {
    switch (value) {
      case null -> canonical.append('-');
      case Map<?, ?> object -> {
        canonical.append('o').append(object.size()).append(':');
        var sorted = new TreeMap<String, Object>();
        object.forEach((name, each) -> sorted.put(name.toString(), each));
        sorted.forEach(
            (name, each) -> {
              append(name, canonical);
              append(each, canonical);
            });
      }
      case List<?> list -> {
        canonical.append('l').append(list.size()).append(':');
        list.forEach(each -> append(each, canonical));
      }
      case String text -> canonical.append('t').append(text.length()).append(':').append(text);
      default -> canonical.append('v').append(value).append(';');
    }
  }
}
