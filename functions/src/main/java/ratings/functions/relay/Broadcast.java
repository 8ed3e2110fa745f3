package ratings.functions.relay;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import ratings.domain.Unavailable;
import ratings.domain.outbox.Postponed;
import ratings.domain.outbox.RatingEvent;
import ratings.domain.outbox.Topic;
import ratings.domain.outbox.Topic.Outcome;
import ratings.functions.relay.RelayEvent.Record;

/**
 * Tells whoever listens of each rating that was stored or changed, at least once, and in order
 * while the topic is up. While it is not, no stream is kept from going on: what could not be told
 * waits in a queue.
 *
 * @param reader of the change that a record tells of
 * @param topic nothing where nobody listens
 */
record Broadcast(
    Function<Map<?, ?>, Optional<RatingEvent>> reader,
    Optional<Topic<RatingEvent>> topic,
    Postponed postponed) {
  /** What is tried at once; where none of it can be told, the rest is not even tried. */
  private static final int AT_ONCE = 10;

  static Broadcast toNobody() {
    return new Broadcast(_ -> Optional.empty(), Optional.empty(), _ -> {});
  }

  /**
   * What became of each record that tells of a change, by its id.
   *
   * @return {@code LATER} of none but those that a queue brings again by themselves; {@code NEVER}
   *     also of what could not be postponed
   */
  Map<String, Outcome> publish(List<Record> records) {
    var outcomes = topic.map(to -> publish(records, to)).orElseGet(Map::of);
    records.stream()
        .filter(record -> !record.queued() && outcomes.get(record.id()) == Outcome.LATER)
        .forEach(record -> outcomes.put(record.id(), postpone(record)));
    return outcomes;
  }

  private Outcome postpone(Record record) {
    try {
      postponed.keep(record.json());
      return Outcome.SENT;
    } catch (Unavailable e) {
      return Outcome.NEVER;
    }
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
    var published = published(events, to);
    for (int i = 0; i < ids.size(); i++) {
      outcomes.put(ids.get(i), published.get(i));
    }
    return outcomes;
  }

  private static List<Outcome> published(List<RatingEvent> events, Topic<RatingEvent> to) {
    var outcomes = new ArrayList<Outcome>();
    for (int from = 0; from < events.size(); from += AT_ONCE) {
      var few = to.publish(events.subList(from, Math.min(from + AT_ONCE, events.size())));
      outcomes.addAll(few);
      if (few.stream().allMatch(Outcome.LATER::equals)) {
        outcomes.addAll(Collections.nCopies(events.size() - outcomes.size(), Outcome.LATER));
        return outcomes;
      }
    }
    return outcomes;
  }
}
