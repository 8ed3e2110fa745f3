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
  /** Whoever takes longer makes a whole batch wait, whatever he answers in the end. */
  private static final Duration LONGEST_CALL = Duration.ofSeconds(2);

  private static final Post.Answer TIMED_OUT = new Post.Answer.Failed(Post.TOO_SLOW);

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
    var spared = sluggards.find(letter, now);
    if (spared.isPresent()) {
      return spare(letter, spared.get(), now);
    }
    var begun = clock.instant();
    var answer = post.bring(letter, webhook.get().endpoint(), secrets, now);
    judge(letter, answer, Duration.between(begun, clock.instant()));
    return switch (answer) {
      case Post.Answer.Taken _ -> {
        receipts.note(letter, Optional.empty(), clock.instant());
        yield Result.of(Outcome.DELIVERED);
      }
      case Post.Answer.Gone _ -> {
        webhooks.switchOff(webhook.get(), clock.instant());
        yield failed(letter, Outcome.GONE, "endpoint-gone");
      }
      case Post.Answer.Failed(var reason) -> afterFailure(letter, reason, clock.instant());
    };
  }

  private void judge(Letter letter, Post.Answer answer, Duration took) {
    if (took.compareTo(LONGEST_CALL) > 0 || answer.equals(TIMED_OUT)) {
      boolean takes = answer instanceof Post.Answer.Taken;
      sluggards.add(letter, takes, took, clock.instant());
    }
  }

  /** What is not even brought to an endpoint that takes letters, only slowly, was not tried. */
  private Result spare(Letter letter, Sluggards.Spared spared, Instant now) {
    if (!spared.takes()) {
      return afterFailure(letter, Post.TOO_SLOW, now);
    }
    send(letter.waiting(spared.until()), now);
    return Result.of(Outcome.EARLY);
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
