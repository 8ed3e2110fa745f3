package ratings.domain.outbox;

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
 * Who lives, but cannot note it, remembers that and tries no more than the note again.
 */
public final class Announcer {
  /** Messages that are published and noted together: what a crash can repeat at the most. */
  private static final int AT_ONCE = 10;

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
    var round = new Round();
    for (var waiting : outbox.find(byKey.keySet())) {
      if (byKey.get(waiting.key()).stream().anyMatch(cue -> cue.brings(waiting))) {
        round.take(waiting);
      }
    }
    return round.publish();
  }

  /** What is told together. */
  private final class Round {
    private final Map<String, Outcome> outcomes = new HashMap<>();
    private final List<LowRating> low = new ArrayList<>();
    private final List<Asking> due = new ArrayList<>();

    private void take(Waiting waiting) {
      switch (waiting) {
        case LowRating rating -> low.add(rating);
        case Asking asking -> take(asking);
        case Unreadable unreadable -> settle(unreadable, Outcome.NEVER);
      }
    }

    private void take(Asking asking) {
      switch (asking.sending().at(clock.instant())) {
        case Sending.Step.Send() -> due.add(asking);
        case Sending.Step.Leave() -> {}
        case Sending.Step.Pause(var pause) ->
            note(
                asking,
                it -> {
                  reminders.send(reminder(it), pause);
                  outbox.queued(it);
                });
        case Sending.Step.Spare() -> note(asking, outbox::spared);
        case Sending.Step.Fail(var reason) -> note(asking, it -> outbox.failed(it, reason));
      }
    }

    private Map<String, Outcome> publish() {
      publish(low, LowRating::alert, it -> it.alert().id(), alerts, outbox::announced);
      publish(due, Asking::sending, Announcer::id, requests, outbox::sent);
      return outcomes;
    }

    /** In tens; what comes behind one that has to wait waits as well. */
    private <W extends Waiting, M> void publish(
        List<W> all,
        Function<W, M> message,
        Function<W, String> id,
        Topic<M> topic,
        Consumer<W> told) {
      for (int from = 0; from < all.size(); from += AT_ONCE) {
        var few = all.subList(from, Math.min(from + AT_ONCE, all.size()));
        var fresh = few.stream().filter(it -> !unnoted.contains(id.apply(it))).toList();
        var published = topic.publish(fresh.stream().map(message).toList());
        for (int i = 0; i < fresh.size(); i++) {
          if (published.get(i) == Outcome.SENT) {
            unnoted.add(id.apply(fresh.get(i)));
          } else {
            settle(fresh.get(i), published.get(i));
          }
        }
        few.stream()
            .filter(it -> unnoted.contains(id.apply(it)))
            .forEach(it -> note(it, told.andThen(noted -> unnoted.remove(id.apply(noted)))));
        if (few.stream().anyMatch(this::waits)) {
          all.subList(from + few.size(), all.size()).forEach(it -> settle(it, Outcome.LATER));
          return;
        }
      }
    }

    private boolean waits(Waiting waiting) {
      return outcomes.get(waiting.key()) == Outcome.LATER;
    }

    private <W extends Waiting> void note(W waiting, Consumer<W> done) {
      try {
        done.accept(waiting);
        settle(waiting, Outcome.SENT);
      } catch (Unavailable e) {
        settle(waiting, Outcome.LATER);
      }
    }

    private void settle(Waiting waiting, Outcome outcome) {
      outcomes.merge(waiting.key(), outcome, Outcome::and);
    }
  }

  /** Another for a request that is given back, which is sent again. */
  private static String id(Asking asking) {
    return asking.key() + " " + asking.sending().request().sendAt();
  }

  private static Cue.Reminder reminder(Asking asking) {
    return new Cue.Reminder(asking.key(), asking.sending().request().sendAt());
  }
}
