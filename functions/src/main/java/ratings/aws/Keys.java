package ratings.aws;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import ratings.domain.conversation.ConversationId;

/**
 * Partition keys. Each begins with its tenant, behind a {@code w#} that no other key uses; ids of
 * callers are encoded, so that none can reach into another key.
 */
final class Keys {
  /** Longest id that stands in a key as it is: DynamoDB has 1,024 bytes for a sort key. */
  private static final int LONGEST = 300;

  /** Keys over which everything due is spread; raising it moves nothing, for all are read. */
  static final int DUE_SHARDS = 4;

  private static final String WORKSPACE = "w#";
  private static final String CONVERSATION = "#C#";

  private Keys() {}

  static String workspace(String workspace) {
    return WORKSPACE + id(workspace);
  }

  static String conversation(ConversationId conversation) {
    return workspace(conversation.workspace()) + CONVERSATION + id(conversation.id());
  }

  /** The workspace's own key, in which that of one of its conversations begins. */
  static String workspaceOf(String conversation) {
    return conversation.substring(0, conversation.indexOf(CONVERSATION));
  }

  /**
   * The same key, if it is a conversation's.
   *
   * @throws IllegalArgumentException if it is not
   */
  static String whole(String conversation) {
    if (!conversation.startsWith(WORKSPACE) || !conversation.contains(CONVERSATION)) {
      throw new IllegalArgumentException("no key of a conversation");
    }
    return conversation;
  }

  static String time(String workspace, int shard) {
    return workspace(workspace) + "#" + shard;
  }

  static String user(String workspace, String user) {
    return workspace(workspace) + "#U#" + id(user);
  }

  static String teammate(String workspace, String teammate) {
    return workspace(workspace) + "#M#" + id(teammate);
  }

  /** One of the keys that the schedule goes through, all workspaces' alike. */
  static String due(int shard) {
    return "due#" + shard;
  }

  static String due(ConversationId conversation) {
    return due(shard(conversation.id(), DUE_SHARDS));
  }

  /** The key of the exports that the schedule looks after. */
  static String dueExports() {
    return "due#exports";
  }

  static String lines(String workspace) {
    return workspace(workspace) + "#LINE";
  }

  static String exports(String workspace) {
    return workspace(workspace) + "#EXPORT";
  }

  static String recipients(String workspace) {
    return workspace(workspace) + "#RECIPIENT";
  }

  /** The log of alerts. */
  static String alerts(String workspace) {
    return workspace(workspace) + "#ALERT";
  }

  /** The key of the recipients for whom the schedule makes a digest. */
  static String dueDigests() {
    return "due#digests";
  }

  static String webhooks(String workspace) {
    return workspace(workspace) + "#WEBHOOK";
  }

  static String bots(String workspace) {
    return workspace(workspace) + "#BOT";
  }

  static String widget(String widget) {
    return "widget#" + id(widget);
  }

  /** Which of the workspace's keys by time a conversation belongs to. */
  static int shard(String conversation, int shards) {
    return Math.floorMod(conversation.hashCode(), shards);
  }

  /**
   * An id as it stands in a key: ASCII, without {@code #}, never the same for two ids. What would
   * be too long is cut and told apart by its SHA-256, behind a {@code ~} that nothing else has.
   */
  static String id(String id) {
    var encoded = new StringBuilder(id.length());
    for (byte b : id.getBytes(StandardCharsets.UTF_8)) {
      if (b <= ' ' || b == '#' || b == '%' || b == '~' || b == 0x7f) {
        encoded.append('%').append(HexFormat.of().toHexDigits(b));
      } else {
        encoded.append((char) b);
      }
    }
    return encoded.length() <= LONGEST
        ? encoded.toString()
        : encoded.substring(0, LONGEST / 2) + "~" + fingerprint(id);
  }

  /** The workspace in whose key a key begins, or nothing where it had to be cut to fit. */
  static Optional<String> tenant(String key) {
    var parts = key.split("#", -1);
    return parts.length < 2 || parts[1].indexOf('~') >= 0
        ? Optional.empty()
        : Optional.of(plain(parts[1]));
  }

  /** The same workspace, if it cannot be read from the keys that begin in it. */
  static Optional<String> untold(String workspace) {
    return Optional.of(workspace).filter(it -> tenant(workspace(it)).isEmpty());
  }

  private static String plain(String encoded) {
    var bytes = new ByteArrayOutputStream(encoded.length());
    for (int i = 0; i < encoded.length(); i++) {
      if (encoded.charAt(i) == '%') {
        bytes.write(HexFormat.fromHexDigits(encoded, i + 1, i + 3));
        i += 2;
      } else {
        bytes.write(encoded.charAt(i));
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  static String fingerprint(String id) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
