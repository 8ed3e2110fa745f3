package ratings.domain.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/** A queue that hands out letters when their wait is over, by a clock. */
public final class FakeLetters implements Letters {
  private final Clock clock;
  private final PriorityQueue<Waiting> waiting =
      new PriorityQueue<>(Comparator.comparing(Waiting::at));

  private record Waiting(Letter letter, Instant at) {}

  public FakeLetters(Clock clock) {
    this.clock = clock;
  }

  @Override
  public void send(Letter letter, Duration wait) {
    waiting.add(new Waiting(letter, clock.instant().plus(wait)));
  }

  /** When the next letter comes out. */
  public Optional<Instant> next() {
    return Optional.ofNullable(waiting.peek()).map(Waiting::at);
  }

  public Letter take() {
    return waiting.remove().letter();
  }

  public List<Letter> all() {
    return waiting.stream().map(Waiting::letter).toList();
  }
}
