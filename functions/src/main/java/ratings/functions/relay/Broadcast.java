package ratings.functions.relay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import ratings.domain.outbox.RatingEvent;
import ratings.domain.outbox.Topic;
import ratings.domain.outbox.Topic.Outcome;
import ratings.functions.relay.RelayEvent.Record;

/**
 * Tells whoever listens of each rating that was stored or changed, at least once and in order.
 *
 * @param reader of the change that a record tells of
 * @param topic nothing where nobody listens
 */
record Broadcast(
    Function<Map<?, ?>, Optional<RatingEvent>> reader, Optional<Topic<RatingEvent>> topic) {

  static Broadcast toNobody() {
    return new Broadcast(_ -> Optional.empty(), Optional.empty());
  }

  /** What became of each record that tells of a change, by its id. */
  Map<String, Outcome> publish(List<Record> records) {
    return topic.map(to -> publish(records, to)).orElseGet(Map::of);
  }

  private Map<String, Outcome> publish(List<Record> records, Topic<RatingEvent> to) {
    var outcomes = new HashMap<String, Outcome>();
    var ids = new ArrayList<String>();
    var events = new ArrayList<RatingEvent>();
    for (var record : records) {
      try {
        record
            .change()
            .flatMap(reader)
            .ifPresent(
                event -> {
                  ids.add(record.id());
                  events.add(event);
                });
      } catch (IllegalArgumentException unreadable) {
        outcomes.put(record.id(), Outcome.NEVER);
      }
    }
    var published = to.publish(events);
    for (int i = 0; i < ids.size(); i++) {
      outcomes.put(ids.get(i), published.get(i));
    }
    return outcomes;
  }
}
