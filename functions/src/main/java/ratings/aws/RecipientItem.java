package ratings.aws;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import ratings.domain.notification.Recipient;
import ratings.domain.notification.Waiting;
import ratings.domain.settings.RecipientRole;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The item of a recipient, which also holds back what waits for his next digest. */
final class RecipientItem {
  /** When he was last written to. */
  static final String MAILED_AT = "mailedAt";

  /** What waits for his next digest, as a set; there is none while nothing waits. */
  static final String WAITING = "waiting";

  private static final String WORKSPACE = "workspace";
  private static final String KIND = "kind";
  private static final String WHO = "who";
  private static final String PROTOCOL = "protocol";
  private static final String ENDPOINT = "endpoint";

  private RecipientItem() {}

  static AttributeValue partition(String workspace) {
    return Attributes.text(Keys.recipients(workspace));
  }

  static Map<String, AttributeValue> key(String workspace, String id) {
    return Map.of(RatingItem.PK, partition(workspace), RatingItem.SK, Attributes.text(Keys.id(id)));
  }

  static Map<String, AttributeValue> key(Recipient recipient) {
    return key(recipient.workspace(), recipient.id());
  }

  static Map<String, AttributeValue> item(Recipient recipient) {
    var item = new HashMap<>(key(recipient));
    item.put(WORKSPACE, Attributes.text(recipient.workspace()));
    item.put(KIND, Attributes.text(recipient.kind().code()));
    recipient.who().ifPresent(who -> item.put(WHO, Attributes.text(who)));
    item.put(PROTOCOL, Attributes.text(recipient.contact().protocol()));
    item.put(ENDPOINT, Attributes.text(recipient.contact().endpoint()));
    return item;
  }

  static Recipient of(Map<String, AttributeValue> item) {
    return new Recipient(
        item.get(WORKSPACE).s(),
        RecipientRole.of(item.get(KIND).s()).orElseThrow(),
        Attributes.string(item, WHO),
        Recipient.contact(item.get(PROTOCOL).s(), item.get(ENDPOINT).s()));
  }

  static AttributeValue waiting(Set<Waiting> waiting) {
    return AttributeValue.fromSs(waiting.stream().map(Waiting::text).sorted().toList());
  }

  static Set<Waiting> waiting(Map<String, AttributeValue> item) {
    return item.containsKey(WAITING)
        ? item.get(WAITING).ss().stream().map(Waiting::of).collect(Collectors.toUnmodifiableSet())
        : Set.of();
  }
}
