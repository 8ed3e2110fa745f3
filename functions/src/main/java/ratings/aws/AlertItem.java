package ratings.aws;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ratings.domain.notification.Announcement;
import ratings.domain.notification.Fate;
import ratings.domain.notification.LoggedAlert;
import ratings.domain.notification.Notified;
import ratings.domain.score.Scale;
import ratings.domain.settings.RecipientRole;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The item of an entry of the alert log: {@code w#<ws>#ALERT}, {@code <time>#<id>}. */
final class AlertItem {
  /** What became of it; there is none until all were told. */
  static final String NOTIFIED = "notified";

  /** What became of it in the end, by recipient; that comes when it will, before the other too. */
  static final String SETTLED = "settled";

  private static final Duration KEPT = Duration.ofDays(400);
  private static final String EXPIRES_AT = "expiresAt";
  private static final String WORKSPACE = "workspace";
  private static final String ALERT = "alert";
  private static final String CONVERSATION = "conversation";
  private static final String HEARING = "hearing";
  private static final String TEXT = "text";
  private static final String RECIPIENT = "recipient";
  private static final String KIND = "kind";
  private static final String WHO = "who";
  private static final String PROTOCOL = "protocol";
  private static final String OUTCOME = "outcome";
  private static final String REASON = "reason";
  private static final String AT = "at";

  private AlertItem() {}

  static AttributeValue partition(String workspace) {
    return Attributes.text(Keys.alerts(workspace));
  }

  static Map<String, AttributeValue> key(String workspace, String entry) {
    return Map.of(RatingItem.PK, partition(workspace), RatingItem.SK, Attributes.text(entry));
  }

  static Map<String, AttributeValue> item(Announcement alert, Instant now) {
    var item = new HashMap<>(key(alert.workspace(), alert.entry()));
    item.put(EXPIRES_AT, Attributes.number(now.plus(KEPT).getEpochSecond()));
    item.put(WORKSPACE, Attributes.text(alert.workspace()));
    item.put(ALERT, Attributes.text(alert.id()));
    item.put(CONVERSATION, Attributes.text(alert.conversation()));
    item.put(RatingItem.LINE, Attributes.text(alert.line()));
    item.put(RatingItem.CHANNEL, Attributes.text(alert.channel()));
    item.put(RatingItem.SCALE, Attributes.text(alert.scale().code()));
    item.put(RatingItem.SCORE, Attributes.number(alert.score()));
    put(item, RatingItem.TEAMMATE_ID, alert.teammate());
    put(item, RatingItem.TEAM, alert.team());
    item.put(RatingItem.RECORDED_AT, Attributes.time(alert.recordedAt()));
    put(item, RatingItem.HISTORY, alert.chatHistoryUrl());
    item.put(HEARING, Attributes.list(alert.hearing()));
    item.put(TEXT, Attributes.text(alert.text()));
    put(item, RatingItem.FEEDBACK, alert.feedback());
    item.put(SETTLED, AttributeValue.fromM(Map.of()));
    return item;
  }

  static Announcement alert(Map<String, AttributeValue> item) {
    return new Announcement(
        item.get(WORKSPACE).s(),
        item.get(ALERT).s(),
        item.get(CONVERSATION).s(),
        item.get(RatingItem.LINE).s(),
        item.get(RatingItem.CHANNEL).s(),
        Scale.of(item.get(RatingItem.SCALE).s()).orElseThrow(),
        Integer.parseInt(item.get(RatingItem.SCORE).n()),
        Attributes.string(item, RatingItem.TEAMMATE_ID),
        Attributes.string(item, RatingItem.TEAM),
        Attributes.instant(item, RatingItem.RECORDED_AT).orElseThrow(),
        Attributes.string(item, RatingItem.HISTORY),
        item.get(HEARING).l().stream().map(AttributeValue::s).toList(),
        item.get(TEXT).s(),
        Attributes.string(item, RatingItem.FEEDBACK));
  }

  static LoggedAlert logged(Map<String, AttributeValue> item) {
    return new LoggedAlert(alert(item), notified(item));
  }

  static AttributeValue notified(List<Notified> notified) {
    return AttributeValue.fromL(notified.stream().map(AlertItem::notified).toList());
  }

  static List<Notified> notified(Map<String, AttributeValue> item) {
    if (!item.containsKey(NOTIFIED)) {
      return List.of();
    }
    var ends = item.getOrDefault(SETTLED, AttributeValue.fromM(Map.of())).m();
    return item.get(NOTIFIED).l().stream()
        .map(it -> one(it.m()))
        .map(it -> ended(it, ends))
        .toList();
  }

  private static Notified ended(Notified notified, Map<String, AttributeValue> ends) {
    return notified.settled(
        notified
            .recipient()
            .flatMap(it -> Optional.ofNullable(ends.get(it)))
            .map(it -> fate(it.m())));
  }

  private static AttributeValue notified(Notified notified) {
    var map = new HashMap<>(fate(notified.fate()).m());
    put(map, RECIPIENT, notified.recipient());
    map.put(KIND, Attributes.text(notified.kind().code()));
    put(map, WHO, notified.who());
    put(map, PROTOCOL, notified.protocol());
    return AttributeValue.fromM(map);
  }

  private static Notified one(Map<String, AttributeValue> map) {
    return new Notified(
        Attributes.string(map, RECIPIENT),
        RecipientRole.of(map.get(KIND).s()).orElseThrow(),
        Attributes.string(map, WHO),
        Attributes.string(map, PROTOCOL),
        fate(map));
  }

  static AttributeValue fate(Fate fate) {
    var map = new HashMap<String, AttributeValue>();
    map.put(OUTCOME, Attributes.text(fate.outcome().code()));
    put(map, REASON, fate.reason());
    map.put(AT, Attributes.time(fate.at()));
    return AttributeValue.fromM(map);
  }

  private static Fate fate(Map<String, AttributeValue> map) {
    return new Fate(
        Notified.Outcome.of(map.get(OUTCOME).s()).orElseThrow(),
        Attributes.string(map, REASON),
        Attributes.instant(map, AT).orElseThrow());
  }

  private static void put(Map<String, AttributeValue> item, String name, Optional<String> text) {
    text.ifPresent(it -> item.put(name, Attributes.text(it)));
  }
}
