package ratings.domain.export;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import ratings.domain.export.ExportQueue.Ticket;

/**
 * The job of exporting rows into a file. Every change is one version further, and a store takes a
 * version only on top of the one that it was made from; so of two runs only one can go on. A run
 * that goes on with the parts of one that got lost shares the upload with it: the other may change
 * a part, which is noticed, but never complete the file.
 *
 * @param version counts changes
 * @param attempt counts runs
 * @param losses runs that ended without a word and got it no further
 * @param lease of the run that is at it
 * @param upload that the file is put together by
 * @param checkpoint that another run can go on from
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
    Losses losses,
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

  public static Export queued(String workspace, String id, Order order, Instant now) {
    return new Export(
        workspace,
        id,
        order,
        now,
        1,
        0,
        Losses.NONE,
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
   * What a run that wants to work on it gets. It goes on from the last checkpoint, whether the run
   * before handed over or ended without a word; without one it starts anew with a file of its own,
   * unless the one that was being put together is there.
   */
  Claim claim(Lease wish, Instant now) {
    if (!state.isOpen()) {
      return new Claim.Over();
    }
    if (lease.isEmpty()) {
      return new Claim.Granted(resumed(losses, wish));
    }
    if (now.isBefore(lease.get().until())) {
      return new Claim.Busy();
    }
    var lost = losses.oneMore();
    return lost.areTooMany()
        ? new Claim.GivenUp(failed("It was tried too often.", now))
        : new Claim.Granted(resumed(lost, wish));
  }

  private Export resumed(Losses newLosses, Lease wish) {
    var reached = checkpoint.map(Checkpoint::progress).orElse(progress);
    return next(State.RUNNING, attempt + 1, newLosses, reached, wish, upload, checkpoint);
  }

  /** With a file begun anew, of which there is nothing yet. */
  Export uploading(Upload begun) {
    return next(
        state,
        attempt,
        losses,
        Progress.NONE,
        lease.orElseThrow(),
        Optional.of(begun),
        Optional.empty());
  }

  /** So far, and another run could go on from the checkpoint, should this one end. */
  Export at(Progress reached, Optional<Checkpoint> boundary) {
    return next(
        state, attempt, losses.at(boundary), reached, lease.orElseThrow(), upload, boundary);
  }

  /**
   * About to be whole. No other run goes on with its file from here, for the one that says so may
   * complete it at any time; one that finds it complete has nothing else to do.
   */
  Export completing(Progress whole) {
    return at(whole, Optional.empty());
  }

  /** Whether an upload is its file, be it still put together or offered. */
  boolean needs(Upload of) {
    return (state.isOpen() || isReady()) && upload.equals(Optional.of(of));
  }

  /** Leaves it to another run: from the checkpoint, or from the start where there is none. */
  Export handedOver(Optional<Checkpoint> boundary) {
    return next(
        state,
        attempt,
        losses.at(boundary),
        progress,
        Optional.empty(),
        upload,
        boundary,
        dueAt,
        Optional.empty(),
        Optional.empty());
  }

  /** The file is there, with all of its progress. */
  Export ready(Instant now) {
    return ended(State.READY, progress.whole(), Optional.empty(), now);
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
      Losses newLosses,
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
      Losses newLosses,
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
