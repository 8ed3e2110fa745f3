package ratings.domain.export;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import ratings.domain.export.ExportQueue.Ticket;

/**
 * The job of exporting rows into a file. Every change is one version further, and a store takes a
 * version only on top of the one that it was made from; so of two runs only one can go on.
 *
 * @param version counts changes
 * @param attempt counts runs
 * @param losses counts runs that ended without a word
 * @param lease of the run that is at it
 * @param upload that the file is put together by
 * @param checkpoint left by a run that handed over
 * @param dueAt when it is overdue and has to be seen to, unless it has gone on; nothing once it is
 *     over
 * @param reason why it failed
 */
public record Export(
    String workspace,
    String id,
    Order order,
    Instant createdAt,
    long version,
    int attempt,
    int losses,
    State state,
    Progress progress,
    Optional<Lease> lease,
    Optional<Upload> upload,
    Optional<Checkpoint> checkpoint,
    Optional<Instant> dueAt,
    Optional<Instant> endedAt,
    Optional<String> reason) {
  /** How long an export and its file are kept. */
  public static final Duration KEPT = Duration.ofDays(7);

  /** How long a ticket, or a run whose lease is over, is waited for: the queue brings it again. */
  public static final Duration PATIENCE = Duration.ofMinutes(5);

  private static final Duration MOST_PATIENCE = Duration.ofHours(4);
  private static final int MOST_LOSSES = 5;

  public static Export queued(String workspace, String id, Order order, Instant now) {
    return new Export(
        workspace,
        id,
        order,
        now,
        1,
        0,
        0,
        State.QUEUED,
        Progress.NONE,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(now.plus(PATIENCE)),
        Optional.empty(),
        Optional.empty());
  }

  /** When one that is overdue now is so again: after twice its age, so that the waits triple. */
  static Instant overdueAgain(Instant createdAt, Instant now) {
    var twice = Duration.between(createdAt, now).multipliedBy(2);
    var most = twice.compareTo(MOST_PATIENCE) < 0 ? twice : MOST_PATIENCE;
    return now.plus(most.compareTo(PATIENCE) < 0 ? PATIENCE : most);
  }

  /** By which it is run, the next time. */
  public Ticket ticket() {
    return new Ticket(workspace, id, attempt);
  }

  /** Whether its file can be fetched. */
  public boolean isReady() {
    return state == State.READY;
  }

  /** Whether it is still to be shown: a store may forget it a good while later. */
  public boolean isKept(Instant now) {
    return now.isBefore(createdAt.plus(KEPT));
  }

  /** Whether what there is of its file can be cleared away, for nobody wants it or is at it. */
  public boolean isDiscardable(Instant now) {
    return !state.isOpen()
        && !isReady()
        && upload.isPresent()
        && lease.filter(held -> now.isBefore(held.until())).isEmpty();
  }

  /**
   * What a run that wants to work on it gets. It goes on from the checkpoint of a run that handed
   * over; after one that ended without a word it starts anew with a file of its own, because that
   * one may still be writing to the other.
   */
  Claim claim(Lease wish, Instant now) {
    if (!state.isOpen()) {
      return new Claim.Over();
    }
    if (lease.isEmpty()) {
      var kept = checkpoint.isPresent() ? upload : Optional.<Upload>empty();
      return new Claim.Granted(
          next(State.RUNNING, attempt + 1, losses, resumed(), wish, kept, checkpoint));
    }
    if (now.isBefore(lease.get().until())) {
      return new Claim.Busy();
    }
    return losses + 1 >= MOST_LOSSES
        ? new Claim.GivenUp(failed("It was tried too often.", now))
        : new Claim.Granted(
            next(
                State.RUNNING,
                attempt + 1,
                losses + 1,
                Progress.NONE,
                wish,
                Optional.empty(),
                Optional.empty()));
  }

  private Progress resumed() {
    return checkpoint.map(Checkpoint::progress).orElse(Progress.NONE);
  }

  Export uploading(Upload begun) {
    return next(
        state, attempt, losses, progress, lease.orElseThrow(), Optional.of(begun), checkpoint);
  }

  Export at(Progress reached) {
    return next(state, attempt, losses, reached, lease.orElseThrow(), upload, checkpoint);
  }

  /** Leaves it to another run: from the checkpoint, or from the start where there is none. */
  Export handedOver(Optional<Checkpoint> boundary) {
    return next(
        state,
        attempt,
        losses,
        progress,
        Optional.empty(),
        upload,
        boundary,
        dueAt,
        Optional.empty(),
        Optional.empty());
  }

  Export ready(Progress whole, Instant now) {
    return ended(State.READY, whole, Optional.empty(), now);
  }

  public Export failed(String why, Instant now) {
    return ended(State.FAILED, progress, Optional.of(why), now);
  }

  /**
   * Not wanted any more: its file is not offered, be it there already. A run that is at it keeps
   * its lease, for it clears away after itself.
   */
  public Export cancelled(Instant now) {
    return ended(State.CANCELLED, progress, lease, Optional.empty(), now);
  }

  private Export ended(State end, Progress reached, Optional<String> why, Instant now) {
    return ended(end, reached, Optional.empty(), why, now);
  }

  private Export ended(
      State end, Progress reached, Optional<Lease> holding, Optional<String> why, Instant now) {
    return next(
        end,
        attempt,
        losses,
        reached,
        holding,
        upload,
        Optional.empty(),
        Optional.empty(),
        Optional.of(now),
        why);
  }

  private Export next(
      State newState,
      int newAttempt,
      int newLosses,
      Progress reached,
      Lease holding,
      Optional<Upload> file,
      Optional<Checkpoint> boundary) {
    return next(
        newState,
        newAttempt,
        newLosses,
        reached,
        Optional.of(holding),
        file,
        boundary,
        Optional.of(holding.until().plus(PATIENCE)),
        Optional.empty(),
        Optional.empty());
  }

  private Export next(
      State newState,
      int newAttempt,
      int newLosses,
      Progress reached,
      Optional<Lease> newLease,
      Optional<Upload> file,
      Optional<Checkpoint> boundary,
      Optional<Instant> due,
      Optional<Instant> end,
      Optional<String> why) {
    return new Export(
        workspace,
        id,
        order,
        createdAt,
        version + 1,
        newAttempt,
        newLosses,
        newState,
        reached,
        newLease,
        file,
        boundary,
        due,
        end,
        why);
  }
}
