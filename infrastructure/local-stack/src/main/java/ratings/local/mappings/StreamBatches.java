package ratings.local.mappings;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import ratings.local.account.Account;

/**
 * Brings batches of one stream to its function, in order: tries again from the lowest record that
 * failed, halves where the mapping says so, and gives up what failed too often or became too old.
 *
 * <p>When both halving and reporting are on, a batch is cut at the reported record, and not halved.
 * If that record is the batch's first, nothing is cut, and giving up takes the whole rest with it.
 */
final class StreamBatches {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final int DOUBLINGS = 7;

  private final StreamMapping mapping;
  private final Account account;
  private final Invoker invoker;
  private final BiConsumer<Destination, FailedBatch> failures;
  private final InstantSource clock;
  private final Pause pause;
  private final Report report;

  StreamBatches(
      StreamMapping mapping,
      Account account,
      Invoker invoker,
      BiConsumer<Destination, FailedBatch> failures,
      InstantSource clock,
      Pause pause,
      Report report) {
    this.mapping = mapping;
    this.account = account;
    this.invoker = invoker;
    this.failures = failures;
    this.clock = clock;
    this.pause = pause;
    this.report = report;
  }

  /** Returns when every change was handled or given up. */
  void handle(String shardId, List<Change> changes) throws InterruptedException {
    Deque<Slice> slices = new ArrayDeque<>();
    slices.push(new Slice(changes, 0));
    while (!slices.isEmpty()) {
      var slice = withoutTooOld(shardId, slices.pop());
      if (!slice.changes().isEmpty()) {
        afterwards(shardId, slice.tried(), invoke(slice.changes()), slices);
      }
    }
  }

  private void afterwards(String shardId, Slice slice, BatchOutcome outcome, Deque<Slice> slices)
      throws InterruptedException {
    switch (outcome) {
      case BatchOutcome.Handled() -> {}
      case BatchOutcome.PartlyFailed(var failed) ->
          again(shardId, slice.fromFirstOf(failed), slices);
      case BatchOutcome.Failed(var why) -> {
        report.line(mapping.function() + ": a batch of " + slice.changes().size() + ": " + why);
        if (mapping.bisects() && slice.changes().size() > 1) {
          slices.push(slice.secondHalf());
          slices.push(slice.firstHalf());
        } else {
          again(shardId, slice, slices);
        }
      }
    }
  }

  private void again(String shardId, Slice slice, Deque<Slice> slices) throws InterruptedException {
    int retries = slice.invocations() - 1;
    if (mapping.maximumRetries().isPresent() && retries >= mapping.maximumRetries().getAsInt()) {
      giveUp(shardId, slice, FailedBatch.Condition.RETRIES_EXHAUSTED);
      return;
    }
    pause.last(FIRST_PAUSE.multipliedBy(1L << Math.min(retries, DOUBLINGS)));
    slices.push(slice);
  }

  private Slice withoutTooOld(String shardId, Slice slice) {
    if (mapping.maximumAge().isEmpty()) {
      return slice;
    }
    Instant oldest = clock.instant().minus(mapping.maximumAge().get());
    var parts =
        slice.changes().stream()
            .collect(Collectors.partitioningBy(change -> change.createdAt().isBefore(oldest)));
    if (!parts.get(true).isEmpty()) {
      giveUp(
          shardId, new Slice(parts.get(true), slice.invocations()), FailedBatch.Condition.TOO_OLD);
    }
    return new Slice(parts.get(false), slice.invocations());
  }

  private void giveUp(String shardId, Slice slice, FailedBatch.Condition condition) {
    report.line(
        mapping.function() + ": gives up " + slice.changes().size() + " records: " + condition);
    var failed =
        new FailedBatch(
            mapping,
            account.arn("lambda", "function:" + mapping.function()),
            shardId,
            slice.changes(),
            condition,
            slice.invocations(),
            clock.instant(),
            UUID.randomUUID());
    mapping.onFailure().ifPresent(destination -> failures.accept(destination, failed));
  }

  private BatchOutcome invoke(List<Change> changes) {
    try {
      byte[] response = invoker.invoke(mapping.function(), StreamEvent.bytes(changes));
      return mapping.reportsFailures()
          ? BatchOutcome.read(response, sequenceNumbers(changes))
          : new BatchOutcome.Handled();
    } catch (InvocationFailed e) {
      return new BatchOutcome.Failed(e.getMessage());
    }
  }

  private static Set<String> sequenceNumbers(List<Change> changes) {
    return changes.stream().map(Change::sequenceNumber).collect(Collectors.toSet());
  }

  /** Neighbouring changes and how often they were tried together. Halving does not count. */
  private record Slice(List<Change> changes, int invocations) {
    Slice {
      changes = List.copyOf(changes);
    }

    Slice tried() {
      return new Slice(changes, invocations + 1);
    }

    Slice firstHalf() {
      return new Slice(changes.subList(0, changes.size() / 2), invocations - 1);
    }

    Slice secondHalf() {
      return new Slice(changes.subList(changes.size() / 2, changes.size()), invocations - 1);
    }

    Slice fromFirstOf(Set<String> failed) {
      int first = 0;
      while (!failed.contains(changes.get(first).sequenceNumber())) {
        first++;
      }
      return new Slice(changes.subList(first, changes.size()), invocations);
    }
  }
}
