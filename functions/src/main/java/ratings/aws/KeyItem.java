package ratings.aws;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The vault's item of the keys for one purpose: the newest, which signs, and the one before, which
 * still verifies. Its names stand here and nowhere else.
 */
final class KeyItem {
  static final String PK = "pk";
  private static final String SK = "sk";
  private static final String SORT = "KEYS";
  private static final String VERSION = "version";
  private static final String NEWEST = "newest";
  private static final String BEFORE = "before";

  private KeyItem() {}

  static Map<String, AttributeValue> key(String purpose) {
    return Map.of(PK, AttributeValue.fromS("key#" + purpose), SK, AttributeValue.fromS(SORT));
  }

  static Map<String, AttributeValue> first(String purpose, byte[] secret) {
    var key = key(purpose);
    return Map.of(
        PK,
        key.get(PK),
        SK,
        key.get(SK),
        VERSION,
        AttributeValue.fromN("1"),
        NEWEST,
        AttributeValue.fromB(SdkBytes.fromByteArray(secret)));
  }

  /** The secrets, newest first; none where the item does not exist. */
  static List<byte[]> secrets(Map<String, AttributeValue> item) {
    return Stream.of(NEWEST, BEFORE)
        .flatMap(name -> Optional.ofNullable(item.get(name)).stream())
        .map(secret -> secret.b().asByteArray())
        .toList();
  }
}
