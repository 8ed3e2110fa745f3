package ratings.domain.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ratings.domain.document.Fields;
import ratings.domain.document.Reading;
import ratings.domain.document.Shape;

/**
 * Somebody who wants to be told of events.
 *
 * @param endpoint the URL that is called
 * @param channels whose events are wanted; all, where none is named
 * @param lines likewise
 * @param changedAt when it was registered last
 * @param offSince when its endpoint said that it is gone; it is told of nothing since
 */
public record Webhook(
    String workspace,
    String id,
    String endpoint,
    List<WebhookEvent> events,
    List<String> channels,
    List<String> lines,
    Instant changedAt,
    Optional<Instant> offSince) {
  /** Most channels, or lines, that one webhook names. */
  private static final int MOST_NAMED = 50;

  private static final Shape<List<String>> IDS = Shape.list(Shape.id(), MOST_NAMED);

  public Webhook {
    events = List.copyOf(events);
    channels = List.copyOf(channels);
    lines = List.copyOf(lines);
  }

  /** Reads what somebody registers now. */
  public static Reading<Webhook> read(
      String workspace, String id, Object document, Reach reach, Instant now) {
    var violations = Fields.collecting();
    var fields = Fields.of(document, violations);
    var endpoint = Endpoint.shape(reach).read(fields, "endpoint");
    fields.require("endpoint", endpoint);
    var events = WebhookEvent.LIST.read(fields, "events");
    fields.require("events", events);
    if (fields.value("events").filter(List.of()::equals).isPresent()) {
      fields.violate("events", "must name an event");
    }
    var channels = IDS.read(fields, "channels").orElseGet(List::of);
    var lines = IDS.read(fields, "lines").orElseGet(List::of);
    fields.refuseOthers();
    return Reading.of(
        violations,
        () ->
            new Webhook(
                workspace,
                id,
                endpoint.orElseThrow().url(),
                events.orElseThrow(),
                channels,
                lines,
                now,
                Optional.empty()));
  }

  /** Whether it is told of anything. */
  public boolean isOn() {
    return offSince.isEmpty();
  }

  /** Whether it is to be told of such an event now. */
  public boolean wants(WebhookEvent event, String channel, String line) {
    return isOn()
        && events.contains(event)
        && (channels.isEmpty() || channels.contains(channel))
        && (lines.isEmpty() || lines.contains(line));
  }
}
