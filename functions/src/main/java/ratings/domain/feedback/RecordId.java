package ratings.domain.feedback;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;

/** The id of a record (R141): 24 hexadecimal digits, of which the first 8 are its second. */
public final class RecordId {
  private static final int SECOND = Integer.BYTES;
  private static final int REST = Long.BYTES;

  private RecordId() {}

  /** One that no other record has; drawn from the system, for a snapshot may be restored twice. */
  public static String make(Instant at) {
    var random = new byte[REST];
    new SecureRandom().nextBytes(random);
    return id(at, random);
  }

  /** The one of a rating that a conversation or a key names: the same whenever it is asked for. */
  public static String of(Instant recordedAt, String conversation) {
    try {
      var hash =
          MessageDigest.getInstance("SHA-256")
              .digest(conversation.getBytes(StandardCharsets.UTF_8));
      return id(recordedAt, Arrays.copyOf(hash, REST));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String id(Instant at, byte[] rest) {
    var bytes = ByteBuffer.allocate(SECOND + REST).putInt((int) at.getEpochSecond()).put(rest);
    return HexFormat.of().formatHex(bytes.array());
  }
}
