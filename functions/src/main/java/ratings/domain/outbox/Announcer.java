package ratings.domain.outbox;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import ratings.domain.Unavailable;
import ratings.domain.alert.Alert;
import ratings.domain.outbox.Topic.Outcome;
import ratings.domain.outbox.Waiting.Asking;
import ratings.domain.outbox.Waiting.LowRating;
import ratings.domain.outbox.Waiting.Unreadable;

/**
 * Tells of low ratings and sends requests: looks up what still waits, publishes it, notes that it
 * did. Whoever dies in between leaves it waiting, and it is told once more under the same id (P9).
 * Who lives, but cannot note it, remembers that and tries no more than the note again. Low ratings
 * come first, and what keeps a request from going out keeps none of them: it waits for a reminder.
 */
public final class Announcer {
  /** Messages that are published and noted together: what a crash can repeat at the most. */
  private static final int AT_ONCE = 10;

  /** When a request is tried again that could not be sent. */
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final Outbox outbox;
  private final Topic<Alert> alerts;
  private final Topic<Sending> requests;
  private final Reminders reminders;
  private final InstantSource clock;
  private final Unnoted unnoted = new Unnoted();

  public Announcer(
      Outbox outbox,
      Topic<Alert> alerts,
      Topic<Sending> requests,
      Reminders reminders,
      InstantSource clock) {
    this.outbox = outbox;
    this.alerts = alerts;
    this.requests = requests;
    this.reminders = reminders;
    this.clock = clock;
  }

  /**
   * Tells what waits of some conversations, and can be told now.
   *
   * @return what became of each conversation of which something waited, by its key
   * @throws Unavailable if the store would not have any of it
   */
  public Map<String, Outcome> announce(Collection<? extends Cue> cues) {
    var byKey = cues.stream().collect(Collectors.groupingBy(Cue::key));
    var low = new ArrayList<LowRating>();
    var asking = new ArrayList<Asking>();
    var outcomes = new HashMap<String, Outcome>();
    for (var waiting : outbox.find(byKey.keySet())) {
      if (byKey.get(waiting.key()).stream().anyMatch(cue -> cue.brings(waiting))) {
        switch (waiting) {
          case LowRating rating -> low.add(rating);
          case Asking request -> asking.add(request);
          case Unreadable(var key) -> outcomes.put(key, Outcome.NEVER);
        }
      }
    }
    tell(low).forEach((key, outcome) -> outcomes.merge(key, outcome, Outcome::and));
    send(asking).forEach((key, outcome) -> outcomes.merge(key, outcome, Outcome::and));
    return outcomes;
  }

  private Map<String, Outcome> tell(List<LowRating> all) {
    var round = new Round<LowRating>(it -> it.alert().id(), outbox::announced);
    round.publish(all, LowRating::alert, alerts);
    round.refused.forEach(it -> round.outcomes.put(it.key(), Outcome.LATER));
    return round.outcomes;
  }

  private Map<String, Outcome> send(List<Asking> all) {
    var due = new ArrayList<Asking>();
    var sent = new Round<Asking>(it -> "sent " + id(it), outbox::sent);
    var queued = new Round<Asking>(it -> "queued " + id(it), outbox::queued);
    for (var asking : all) {
      switch (asking.sending().at(clock.instant())) {
        case Sending.Step.Send() -> due.add(asking);
        case Sending.Step.Leave() -> {}
        case Sending.Step.Pause(var pause) -> remind(queued, asking, pause);
        case Sending.Step.Spare() -> sent.noteAsSent(asking, outbox::spared);
        case Sending.Step.Fail(var reason) ->
            sent.noteAsSent(asking, it -> outbox.failed(it, reason));
      }
    }
    sent.publish(due, Asking::sending, requests);
    sent.refused.forEach(asking -> remind(queued, asking, PAUSE));
    queued.outcomes.forEach((key, outcome) -> sent.outcomes.merge(key, outcome, Outcome::and));
    return sent.outcomes;
  }

  private void remind(Round<Asking> queued, Asking asking, Duration pause) {
    queued.doOnce(
        asking,
        it -> reminders.send(new Cue.Reminder(it.key(), it.sending().request().sendAt()), pause));
  }

  /** Another for a request that is given back. */
  private static String id(Asking asking) {
    return asking.key() + " " + asking.sending().request().sendAt();
  }

  /** What is done, and noted, together; once the store would not note it, nothing more is. */
  private final class Round<W extends Waiting> {
    private final Map<String, Outcome> outcomes = new HashMap<>();
    private final List<W> refused = new ArrayList<>();
    private final Function<W, String> id;
    private final Consumer<W> told;
    private boolean down;

    private Round(Function<W, String> id, Consumer<W> told) {
      this.id = id;
      this.told = told;
    }

    /** In tens; what the topic refuses for now, and all behind it, is left to be tried again. */
    private <M> void publish(List<W> all, Function<W, M> message, Topic<M> topic) {
      for (int from = 0; from < all.size(); from += AT_ONCE) {
        var few = all.subList(from, Math.min(from + AT_ONCE, all.size()));
        publishFew(few, message, topic);
        if (down || !refused.isEmpty()) {
          var rest = all.subList(from + few.size(), all.size());
          if (down) {
            rest.forEach(it -> outcomes.put(it.key(), Outcome.LATER));
          } else {
            refused.addAll(rest);
          }
          return;
        }
      }
    }

    private <M> void publishFew(List<W> few, Function<W, M> message, Topic<M> topic) {
      var fresh = few.stream().filter(it -> !unnoted.contains(id.apply(it))).toList();
      var published = topic.publish(fresh.stream().map(message).toList());
      for (int i = 0; i < fresh.size(); i++) {
        switch (published.get(i)) {
          case SENT -> unnoted.add(id.apply(fresh.get(i)));
          case LATER -> refused.add(fresh.get(i));
          case NEVER -> outcomes.put(fresh.get(i).key(), Outcome.NEVER);
        }
      }
      few.stream()
          .filter(it -> unnoted.contains(id.apply(it)))
          .forEach(it -> note(it, told.andThen(noted -> unnoted.remove(id.apply(noted)))));
    }

    /** Does what is not to be done again only because it could not be noted. */
    private void doOnce(W waiting, Consumer<W> once) {
      note(
          waiting,
          it -> {
            if (!unnoted.contains(id.apply(it))) {
              once.accept(it);
              unnoted.add(id.apply(it));
            }
            told.accept(it);
            unnoted.remove(id.apply(it));
          });
    }

    /** Notes that nothing has to be done, unless it was and could not be noted. */
    private void noteAsSent(W waiting, Consumer<W> done) {
      note(waiting, unnoted.contains(id.apply(waiting)) ? told : done);
    }

    private void note(W waiting, Consumer<W> done) {
      try {
        if (!down) {
          done.accept(waiting);
        }
      } catch (Unavailable e) {
        down = true;
      }
      outcomes.put(waiting.key(), down ? Outcome.LATER : Outcome.SENT);
    }
  }
}
