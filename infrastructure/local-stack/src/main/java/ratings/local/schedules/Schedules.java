package ratings.local.schedules;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ratings.local.account.Account;
import ratings.local.mappings.AsynchronousInvoker;

/** Runs functions when it is time, and on request. */
public final class Schedules implements AutoCloseable {
  private static final Duration LONGEST_NAP = Duration.ofSeconds(1);

  private final List<Schedule> schedules;
  private final Account account;
  private final AsynchronousInvoker functions;
  private final InstantSource clock;
  private final Map<Schedule, Instant> next = new HashMap<>();
  private final Thread thread;

  /** Begins to count now, and runs nothing before {@link #start} or {@link #runDue}. */
  public Schedules(
      List<Schedule> schedules,
      Account account,
      AsynchronousInvoker functions,
      InstantSource clock) {
    this.schedules = List.copyOf(schedules);
    this.account = account;
    this.functions = functions;
    this.clock = clock;
    this.thread = Thread.ofVirtual().name("schedules").unstarted(this::keepRunning);
    var now = clock.instant();
    this.schedules.stream().filter(Schedule::enabled).forEach(schedule -> plan(schedule, now));
  }

  /** Runs what is due from now on, until closed. */
  public void start() {
    thread.start();
  }

  /** Runs everything that is due by the clock; a run that was missed is made up for once. */
  public synchronized void runDue() {
    var now = clock.instant();
    for (var schedule : schedules) {
      var due = Optional.ofNullable(next.get(schedule)).filter(at -> !at.isAfter(now));
      if (due.isPresent()) {
        functions.invoke(schedule.function(), ScheduledEvent.of(schedule, account, due.get()));
        plan(schedule, due.get());
        skipPast(schedule, now);
      }
    }
  }

  /**
   * Runs a function's schedules at once, whether enabled or not.
   *
   * @return how many it has
   */
  public int fire(String function) {
    var ofFunction =
        schedules.stream().filter(schedule -> schedule.function().equals(function)).toList();
    var now = clock.instant();
    ofFunction.forEach(
        schedule -> functions.invoke(function, ScheduledEvent.of(schedule, account, now)));
    return ofFunction.size();
  }

  @Override
  public void close() {
    thread.interrupt();
  }

  private void plan(Schedule schedule, Instant after) {
    schedule
        .timing()
        .next(after)
        .ifPresentOrElse(at -> next.put(schedule, at), () -> next.remove(schedule));
  }

  private void skipPast(Schedule schedule, Instant now) {
    while (next.containsKey(schedule) && !next.get(schedule).isAfter(now)) {
      plan(schedule, next.get(schedule));
    }
  }

  private void keepRunning() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        runDue();
        Thread.sleep(LONGEST_NAP);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
