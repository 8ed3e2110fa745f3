package ratings.aws;

import static ratings.aws.Attributes.instant;
import static ratings.aws.Attributes.list;
import static ratings.aws.Attributes.string;
import static ratings.aws.Attributes.text;
import static ratings.aws.Attributes.time;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ratings.domain.webhook.Webhook;
import ratings.domain.webhook.WebhookEvent;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The item of a webhook: {@code w#<ws>#WEBHOOK}, {@code <id>}. */
final class WebhookItem {
  static final String ENDPOINT = "endpoint";
  static final String CHANGED_AT = "changedAt";
  static final String OFF_SINCE = "offSince";

  /** Tells one registration from every other, by which a try whose answer was lost is known. */
  private static final String REGISTRATION = "registration";

  private static final String WORKSPACE = "workspace";
  private static final String ID = "id";
  private static final String EVENTS = "events";
  private static final String CHANNELS = "channels";
  private static final String LINES = "lines";

  private WebhookItem() {}

  static Map<String, AttributeValue> key(String workspace, String id) {
    return Map.of(RatingItem.PK, partition(workspace), RatingItem.SK, text(Keys.id(id)));
  }

  /** Where all webhooks of a workspace are. */
  static AttributeValue partition(String workspace) {
    return text(Keys.webhooks(workspace));
  }

  static Map<String, AttributeValue> item(Webhook webhook, String registration) {
    var item = new HashMap<>(key(webhook.workspace(), webhook.id()));
    item.put(WORKSPACE, text(webhook.workspace()));
    item.put(ID, text(webhook.id()));
    item.put(ENDPOINT, text(webhook.endpoint()));
    item.put(EVENTS, list(webhook.events().stream().map(WebhookEvent::code).toList()));
    item.put(CHANNELS, list(webhook.channels()));
    item.put(LINES, list(webhook.lines()));
    item.put(CHANGED_AT, time(webhook.changedAt()));
    webhook.offSince().ifPresent(at -> item.put(OFF_SINCE, time(at)));
    item.put(REGISTRATION, text(registration));
    return item;
  }

  static boolean isOf(String registration, Map<String, AttributeValue> item) {
    return string(item, REGISTRATION).filter(registration::equals).isPresent();
  }

  static Webhook of(Map<String, AttributeValue> item) {
    return new Webhook(
        string(item, WORKSPACE).orElseThrow(),
        string(item, ID).orElseThrow(),
        string(item, ENDPOINT).orElseThrow(),
        texts(item, EVENTS).stream().map(WebhookEvent::of).flatMap(Optional::stream).toList(),
        texts(item, CHANNELS),
        texts(item, LINES),
        instant(item, CHANGED_AT).orElseThrow(),
        instant(item, OFF_SINCE));
  }

  private static List<String> texts(Map<String, AttributeValue> item, String name) {
    return item.get(name).l().stream().map(AttributeValue::s).toList();
  }
}
