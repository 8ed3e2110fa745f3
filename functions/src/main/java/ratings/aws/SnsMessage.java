package ratings.aws;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ratings.domain.alert.Alert;
import ratings.domain.notification.AlertMail;
import ratings.domain.outbox.RatingEvent;
import ratings.domain.outbox.Sending;
import ratings.domain.score.Scale;
import software.amazon.awssdk.protocols.jsoncore.JsonWriter;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;

/**
 * A message of a topic, with the attributes by which subscribers choose; SNS has no attribute
 * without a value.
 *
 * @param subject of the mail that it makes, in ASCII
 */
record SnsMessage(String subject, String body, Map<String, MessageAttributeValue> attributes) {

  static SnsMessage of(Alert alert, String body) {
    var workspace = alert.notice().workspace();
    var attributes =
        attributes(workspace, "low-rating", alert.line(), alert.channel(), alert.scale());
    attributes.put("score", attribute("Number", Integer.toString(alert.notice().score())));
    alert.people().teammate().ifPresent(id -> teammate(attributes, id, alert.people().team()));
    if (!alert.recipients().isEmpty()) {
      attributes.put("recipients", attribute("String.Array", json(alert.recipients())));
    }
    return new SnsMessage("Low rating: " + alert.rated(), body, attributes);
  }

  static SnsMessage of(AlertMail mail) {
    var attributes = new HashMap<String, MessageAttributeValue>();
    attributes.put("workspace", text(mail.to().workspace()));
    attributes.put("event", text("alert-mail"));
    attributes.put(
        SnsMailboxes.DIRECTED_TO, attribute("String.Array", json(List.of(mail.to().key()))));
    return new SnsMessage(mail.subject(), mail.text(), attributes);
  }

  static SnsMessage of(Sending sending, String body) {
    var request = sending.request();
    var workspace = sending.conversation().workspace();
    var attributes =
        attributes(workspace, "rating-request", sending.line(), request.channel(), request.scale());
    attributes.put("sending", text(sending.id()));
    sending.teammate().ifPresent(who -> teammate(attributes, who.id(), who.team()));
    return new SnsMessage("Request to rate", body, attributes);
  }

  static SnsMessage of(RatingEvent event, String body) {
    var rating = event.rating();
    var attributes =
        attributes(event.workspace(), "rating", rating.lineId(), rating.channel(), rating.scale());
    attributes.put("score", attribute("Number", Integer.toString(rating.answer().score())));
    rating.teammateId().ifPresent(id -> teammate(attributes, id, rating.team()));
    return new SnsMessage("Rating", body, attributes);
  }

  /** As part of a batch, by a number. */
  PublishBatchRequestEntry entry(int number) {
    return PublishBatchRequestEntry.builder()
        .id(Integer.toString(number))
        .subject(subject)
        .message(body)
        .messageAttributes(attributes)
        .build();
  }

  private static Map<String, MessageAttributeValue> attributes(
      String workspace, String event, String line, String channel, Scale scale) {
    var attributes = new HashMap<String, MessageAttributeValue>();
    attributes.put("workspace", text(workspace));
    attributes.put("event", text(event));
    attributes.put("line", text(line));
    attributes.put("channel", text(channel));
    attributes.put("scale", text(scale.code()));
    return attributes;
  }

  private static void teammate(
      Map<String, MessageAttributeValue> attributes, String id, Optional<String> team) {
    attributes.put("teammate", text(id));
    team.ifPresent(name -> attributes.put("team", text(name)));
  }

  private static String json(List<String> list) {
    var json = JsonWriter.create().writeStartArray();
    list.forEach(json::writeValue);
    return new String(json.writeEndArray().getBytes(), StandardCharsets.UTF_8);
  }

  private static MessageAttributeValue text(String value) {
    return attribute("String", value);
  }

  private static MessageAttributeValue attribute(String type, String value) {
    return MessageAttributeValue.builder().dataType(type).stringValue(value).build();
  }
}
