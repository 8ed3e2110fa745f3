package ratings.domain.export;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import ratings.domain.export.ExportQueue.Ticket;
import ratings.domain.rating.list.RatingPages;

/**
 * Works on exports: claims one, writes its file, and hands it over where time runs out.
 *
 * @param background runs what is read ahead and sent behind
 */
public record ExportRun(
    Exports exports,
    RatingPages pages,
    ExportFiles files,
    ExportQueue queue,
    Function<Order, RowFormat> formats,
    Measures measures,
    Clock clock,
    Executor background) {

  /** What became of a run. */
  public enum Outcome {
    /** The file is there. */
    READY,
    /** Another run goes on. */
    HANDED_OVER,
    /** There was nothing to do, or not any more. */
    STOPPED,
    /** Another run is at it; if that one is lost, it is overdue and {@link Restarts} sees to it. */
    BUSY,
    /** It failed for good, and somebody should hear of it. */
    GIVEN_UP
  }

  /** Runs what a ticket asks for, as far as the shift lasts. */
  public Outcome run(Ticket ticket, Shift shift) {
    var outcome = Optional.<Outcome>empty();
    while (outcome.isEmpty()) {
      outcome =
          exports
              .find(ticket.workspace(), ticket.export())
              .map(found -> claim(found, ticket, shift))
              .orElse(Optional.of(Outcome.STOPPED));
    }
    return outcome.get();
  }

  /** Nothing where somebody was quicker, so that it has to be looked at again. */
  private Optional<Outcome> claim(Export found, Ticket ticket, Shift shift) {
    return switch (found.claim(shift.lease(), clock.instant())) {
      case Claim.Over() -> Optional.of(clear(found));
      case Claim.Busy() -> Optional.of(Outcome.BUSY);
      case Claim.GivenUp(var next) -> isComplete(found) ? ready(found) : giveUp(found, next);
      case Claim.Granted(var next) ->
          exports.replace(next)
              ? Optional.of(new Writing(this, next, ticket, shift).write())
              : Optional.empty();
    };
  }

  /** One that was cancelled, ready or handed over, has nobody else to clear its file away. */
  private Outcome clear(Export over) {
    Optional.of(over)
        .filter(it -> it.isDiscardable(clock.instant()))
        .flatMap(Export::upload)
        .ifPresent(files::discard);
    return Outcome.STOPPED;
  }

  /** Whether the run that was putting the file together has done so, and could not say it. */
  boolean isComplete(Export export) {
    return export.checkpoint().isEmpty() && export.upload().filter(files::isComplete).isPresent();
  }

  private Optional<Outcome> ready(Export complete) {
    files.forgetRests(complete.upload().orElseThrow());
    return exports.replace(complete.ready(clock.instant()))
        ? Optional.of(Outcome.READY)
        : Optional.empty();
  }

  private Optional<Outcome> giveUp(Export export, Export failed) {
    if (!exports.replace(failed)) {
      return Optional.empty();
    }
    export.upload().ifPresent(files::discard);
    return Optional.of(Outcome.GIVEN_UP);
  }
}
