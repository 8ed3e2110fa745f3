package ratings.domain.rating;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ratings.domain.conversation.Windows;
import ratings.domain.score.Scale;
import ratings.domain.settings.Line;

/**
 * How a conversation stands: all that decides what becomes of a submission.
 *
 * @param line the line that it belongs to
 * @param scale the scale that it is rated on, whatever the line has since
 * @param asked whether its customer was asked, or rated unasked
 * @param withdrawn whether it reopened after it was asked and before it was rated (D3)
 * @param receipts of the latest submissions that carried a key, newest first
 */
public record Standing(
    String line,
    Scale scale,
    Windows windows,
    boolean asked,
    boolean withdrawn,
    Optional<Rating> rating,
    List<Receipt> receipts) {

  public Standing {
    receipts = List.copyOf(receipts);
  }

  /**
   * A conversation nobody has told us of yet. That its customer is asked, or rates, is its end
   * (D8), so its windows count from now.
   */
  public static Standing unheardOf(Line line, Instant now) {
    return new Standing(
        line.id(),
        line.scale(),
        Windows.from(now, line.rateWithinHours(), line.changeWithinHours()),
        false,
        false,
        Optional.empty(),
        List.of());
  }

  /** Whether a first rating would be taken. */
  public boolean mayRate(Instant now) {
    return rating.isEmpty() && !withdrawn && windows.mayRate(now);
  }

  /** This conversation once its customer was asked. */
  public Standing shown() {
    return new Standing(line, scale, windows, true, withdrawn, rating, receipts);
  }

  /** What becomes of the attempt. A replay is known before any window is looked at. */
  public Verdict judge(Attempt attempt, Instant now) {
    if (!line.equals(attempt.line().id())) {
      return new Verdict.Refuse(Refusal.UNKNOWN_CONVERSATION, Optional.empty());
    }
    var receipt = attempt.key().flatMap(this::receiptOf);
    if (receipt.isPresent()) {
      return replayOf(receipt.get(), attempt);
    }
    if (!scale.takes(attempt.answer().score())) {
      return refuse(Refusal.NOT_OF_SCALE);
    }
    return rating.map(r -> judgeChange(r, attempt, now)).orElseGet(() -> judgeFirst(attempt, now));
  }

  private Verdict judgeFirst(Attempt attempt, Instant now) {
    if (withdrawn) {
      return refuse(Refusal.REQUEST_WITHDRAWN);
    }
    if (!windows.mayRate(now)) {
      return refuse(Refusal.RATING_WINDOW_OVER);
    }
    var first =
        new Rating(
            attempt.submission().conversation(), attempt.answer(), now, Optional.empty(), windows);
    return new Verdict.Create(with(first, attempt.receipt(now)));
  }

  private Verdict judgeChange(Rating stored, Attempt attempt, Instant now) {
    var next = attempt.answer().over(stored.answer());
    if (next.equals(stored.answer())) {
      return new Verdict.Replay(stored, Optional.empty());
    }
    if (stored.locked()) {
      return refuse(Refusal.RATING_LOCKED);
    }
    if (!windows.mayChange(now)) {
      return refuse(Refusal.CHANGE_WINDOW_OVER);
    }
    return new Verdict.Change(with(stored.changed(next, now), attempt.receipt(now)));
  }

  private Verdict replayOf(Receipt receipt, Attempt attempt) {
    if (!receipt.digest().equals(Receipt.digest(attempt.submission()))) {
      return refuse(Refusal.KEY_REUSED);
    }
    var stored = rating.orElseThrow();
    boolean first = receipt.at().equals(stored.recordedAt());
    var then = first ? attempt.answer() : attempt.answer().over(stored.answer());
    var asFirst =
        new Rating(stored.conversation(), then, stored.recordedAt(), stored.changedAt(), windows);
    return new Verdict.Replay(asFirst, Optional.of(receipt));
  }

  private Optional<Receipt> receiptOf(String key) {
    return receipts.stream().filter(receipt -> receipt.key().equals(key)).findFirst();
  }

  private Verdict refuse(Refusal refusal) {
    return new Verdict.Refuse(refusal, rating);
  }

  private Standing with(Rating next, Optional<Receipt> receipt) {
    var kept = Stream.concat(receipt.stream(), receipts.stream()).limit(Receipt.KEPT).toList();
    return new Standing(line, scale, windows, true, withdrawn, Optional.of(next), kept);
  }
}
