package ratings.domain.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * Brings letters to their webhooks, and what fails again later, until it was tried for about a day.
 * A letter arrives at least once: its receiver knows it again by its id.
 *
 * @param aside where people look at what was tried often enough
 * @param receipts are told of letters that arrived or never will
 * @param sluggards that are spared for a while
 * @param chance from 0 to 1, anew at each call
 */
public record Deliveries(
    Webhooks webhooks,
    Post post,
    Letters letters,
    Letters aside,
    Receipts receipts,
    Sluggards sluggards,
    Backoff backoff,
    Clock clock,
    DoubleSupplier chance) {

  /** What became of a letter. */
  public enum Outcome {
    DELIVERED,
    /** Its webhook is not there any more, or is off. */
    UNWANTED,
    /** The endpoint is gone, and its webhook off. */
    GONE,
    /** It is not due, and waits on. */
    EARLY,
    /** It failed, and comes again. */
    LATER,
    /** It failed for the last time, and was put aside. */
    GIVEN_UP
  }

  /**
   * An outcome, and why it is that one.
   *
   * @param reason a code, where it did not arrive
   */
  public record Result(Outcome outcome, Optional<String> reason) {
    private static Result of(Outcome outcome) {
      return new Result(outcome, Optional.empty());
    }
  }

  /** Brings a letter, if it is due. */
  public Result deliver(Letter letter) {
    var now = clock.instant();
    if (letter.due().isAfter(now)) {
      send(letter, now);
      return Result.of(Outcome.EARLY);
    }
    var webhook = webhooks.find(letter.workspace(), letter.webhook()).filter(Webhook::isOn);
    var secrets = webhooks.secrets(letter.workspace(), letter.webhook());
    if (webhook.isEmpty() || secrets.isEmpty()) {
      return failed(letter, Outcome.UNWANTED, "webhook-off");
    }
    if (sluggards.has(letter, now)) {
      return afterFailure(letter, Post.TOO_SLOW, now);
    }
    return switch (post.bring(letter, webhook.get().endpoint(), secrets, now)) {
      case Post.Answer.Taken _ -> {
        receipts.note(letter, Optional.empty(), clock.instant());
        yield Result.of(Outcome.DELIVERED);
      }
      case Post.Answer.Gone _ -> {
        webhooks.switchOff(webhook.get(), clock.instant());
        yield failed(letter, Outcome.GONE, "endpoint-gone");
      }
      case Post.Answer.Failed(var reason) -> {
        if (reason.equals(Post.TOO_SLOW)) {
          sluggards.add(letter, clock.instant());
        }
        yield afterFailure(letter, reason, clock.instant());
      }
    };
  }

  private Result failed(Letter letter, Outcome outcome, String reason) {
    receipts.note(letter, Optional.of(reason), clock.instant());
    return new Result(outcome, Optional.of(reason));
  }

  private Result afterFailure(Letter letter, String reason, Instant now) {
    var wait = backoff.after(letter.tried() + 1, chance.getAsDouble());
    if (wait.isEmpty()) {
      aside.send(letter, Duration.ZERO);
      return failed(letter, Outcome.GIVEN_UP, reason);
    }
    send(letter.again(now.plus(wait.get())), now);
    return new Result(Outcome.LATER, Optional.of(reason));
  }

  private void send(Letter letter, Instant now) {
    var wait = Duration.between(now, letter.due());
    letters.send(letter, wait.compareTo(Letters.LONGEST_WAIT) < 0 ? wait : Letters.LONGEST_WAIT);
  }
}
