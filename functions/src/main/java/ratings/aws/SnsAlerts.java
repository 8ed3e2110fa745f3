package ratings.aws;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import ratings.domain.Unavailable;
import ratings.domain.alert.Alert;
import ratings.domain.alert.Alerts;
import software.amazon.awssdk.protocols.jsoncore.JsonWriter;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;

/** Alerts as messages of an SNS topic, in batches of as many and as much as SNS takes. */
public final class SnsAlerts implements Alerts {
  private static final int MOST_ENTRIES = 10;

  /** SNS takes 256 KiB, of which attributes have their part. */
  private static final int MOST_BYTES = 192 * 1024;

  private final SnsClient sns;
  private final String topic;
  private final Retries retries;
  private final Function<Alert, String> message;

  /**
   * Over a topic.
   *
   * @param topic its ARN
   * @param message the JSON that an alert is told in
   */
  public SnsAlerts(SnsClient sns, String topic, Retries retries, Function<Alert, String> message) {
    this.sns = sns;
    this.topic = topic;
    this.retries = retries;
    this.message = message;
  }

  @Override
  public List<Outcome> publish(List<Alert> alerts) {
    var outcomes = new Outcome[alerts.size()];
    var batch = new ArrayList<PublishBatchRequestEntry>();
    int bytes = 0;
    for (int i = 0; i < outcomes.length; i++) {
      var entry = entry(i, alerts.get(i));
      int more = entry.message().getBytes(StandardCharsets.UTF_8).length;
      if (batch.size() == MOST_ENTRIES || bytes + more > MOST_BYTES) {
        publish(batch, outcomes);
        batch.clear();
        bytes = 0;
      }
      batch.add(entry);
      bytes += more;
    }
    if (!batch.isEmpty()) {
      publish(batch, outcomes);
    }
    return List.of(outcomes);
  }

  private void publish(List<PublishBatchRequestEntry> batch, Outcome[] outcomes) {
    batch.forEach(entry -> outcomes[Integer.parseInt(entry.id())] = Outcome.LATER);
    try {
      var answer =
          retries.call(
              () -> sns.publishBatch(b -> b.topicArn(topic).publishBatchRequestEntries(batch)));
      answer.successful().forEach(sent -> outcomes[Integer.parseInt(sent.id())] = Outcome.SENT);
      answer.failed().forEach(error -> outcomes[Integer.parseInt(error.id())] = outcome(error));
    } catch (Unavailable snsIsDown) {
      Trouble.log("publish", snsIsDown.getCause());
    }
  }

  private static Outcome outcome(BatchResultErrorEntry error) {
    Trouble.log("publish", error.code());
    return error.senderFault() ? Outcome.NEVER : Outcome.LATER;
  }

  private PublishBatchRequestEntry entry(int number, Alert alert) {
    return PublishBatchRequestEntry.builder()
        .id(Integer.toString(number))
        .subject("Low rating: " + alert.rated())
        .message(message.apply(alert))
        .messageAttributes(attributes(alert))
        .build();
  }

  /** What subscribers filter by; SNS has no attribute without a value. */
  private static Map<String, MessageAttributeValue> attributes(Alert alert) {
    var attributes = new HashMap<String, MessageAttributeValue>();
    attributes.put("workspace", attribute("String", alert.notice().workspace()));
    attributes.put("event", attribute("String", "low-rating"));
    attributes.put("channel", attribute("String", alert.channel()));
    attributes.put("line", attribute("String", alert.line()));
    attributes.put("score", attribute("Number", Integer.toString(alert.notice().score())));
    attributes.put("scale", attribute("String", alert.scale().code()));
    alert.people().teammate().ifPresent(id -> attributes.put("teammate", attribute("String", id)));
    alert.people().team().ifPresent(team -> attributes.put("team", attribute("String", team)));
    if (!alert.recipients().isEmpty()) {
      attributes.put("recipients", attribute("String.Array", json(alert.recipients())));
    }
    return attributes;
  }

  private static String json(List<String> list) {
    var json = JsonWriter.create().writeStartArray();
    list.forEach(json::writeValue);
    return new String(json.writeEndArray().getBytes(), StandardCharsets.UTF_8);
  }

  private static MessageAttributeValue attribute(String type, String value) {
    return MessageAttributeValue.builder().dataType(type).stringValue(value).build();
  }
}
