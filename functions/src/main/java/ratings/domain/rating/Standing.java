package ratings.domain.rating;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ratings.domain.conversation.Channel;
import ratings.domain.conversation.Closed;
import ratings.domain.conversation.Closing;
import ratings.domain.conversation.ConversationId;
import ratings.domain.conversation.Delivery;
import ratings.domain.conversation.DeliveryReport;
import ratings.domain.conversation.Eligibility;
import ratings.domain.conversation.Obstacles;
import ratings.domain.conversation.Passage;
import ratings.domain.conversation.RequestToRate;
import ratings.domain.conversation.Windows;
import ratings.domain.score.Scale;
import ratings.domain.settings.Line;

/**
 * How a conversation stands: all that decides what becomes of a submission.
 *
 * @param line the line that it belongs to
 * @param scale the scale that it is rated on, whatever the line has since
 * @param askedAt when its customer was asked, or rated unasked
 * @param withdrawn whether it reopened after it was asked and before it was rated (D3)
 * @param closed by its platform, if it was
 * @param over whether its windows were found over: nothing is taken any more, whatever a clock says
 * @param receipts of the latest submissions that carried a key, newest first
 */
public record Standing(
    String line,
    Scale scale,
    Windows windows,
    Optional<Instant> askedAt,
    boolean withdrawn,
    Optional<Closed> closed,
    boolean over,
    Optional<Rating> rating,
    List<Receipt> receipts) {
  /** Who gives two scores by a page within this time is suspected. */
  public static final Duration SEVERAL_SCORES = Duration.ofSeconds(10);

  private static final String ENGLISH = "en";

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
        Optional.empty(),
        false,
        Optional.empty(),
        false,
        Optional.empty(),
        List.of());
  }

  /** Whether a first rating would be taken. */
  public boolean mayRate(Instant now) {
    return rating.isEmpty() && !withdrawn && !over && windows.mayRate(now);
  }

  /** When the last that can still be taken is over: a first rating, or its change. */
  public Instant end() {
    return rating.isPresent() ? windows.changeUntil() : windows.rateUntil();
  }

  /** This conversation once its windows are over. */
  public Standing ended() {
    return new Standing(line, scale, windows, askedAt, withdrawn, closed, true, rating, receipts);
  }

  /** This conversation once its customer was seen to be asked, unless that matters no more. */
  public Standing shown(Instant now) {
    if (withdrawn || over || rating.isPresent()) {
      return this;
    }
    var seen = closed.map(close -> close.after(DeliveryReport.shown(), now));
    return told(askedOr(now), seen);
  }

  /**
   * This conversation once something was told of its request (R96, R108). Whom it does not reach is
   * not asked by it, unless there is a rating already; whom it reaches after all, is.
   *
   * @return nothing where there is no request
   */
  public Optional<Standing> after(DeliveryReport report, Instant now) {
    return closed
        .filter(close -> close.request().isPresent())
        .map(close -> rating.isPresent() ? this : after(close.after(report, now), now));
  }

  private Standing after(Closed told, Instant now) {
    boolean arrives = told.request().filter(RequestToRate::asks).isPresent();
    return told(arrives ? askedOr(now) : Optional.empty(), Optional.of(told));
  }

  private Optional<Instant> askedOr(Instant now) {
    return askedAt.or(() -> Optional.of(now));
  }

  private Standing told(Optional<Instant> at, Optional<Closed> as) {
    return new Standing(line, scale, windows, at, withdrawn, as, over, rating, receipts);
  }

  /**
   * When a submission is judged that comes now: later than the first record, so that the instants
   * of the two tell which of them created the rating, though both came in one millisecond or by
   * clocks that differ.
   */
  public Instant judgedAt(Instant now) {
    return rating.map(first -> first.recordedAt().plusMillis(1)).filter(now::isBefore).orElse(now);
  }

  /**
   * Whether an attempt looks like a machine's that opens links and presses buttons: handed in
   * sooner than people do, or another score within seconds of the last, by a page.
   */
  public boolean suspects(Attempt attempt, Instant now) {
    return attempt.hurried()
        || (attempt.source() == Source.PAGE
            && rating
                .filter(stored -> stored.answer().score() != attempt.answer().score())
                .filter(stored -> stored.latest().plus(SEVERAL_SCORES).isAfter(now))
                .isPresent());
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
    if (rating.isPresent() && isOfAnotherSurvey(attempt, rating.get())) {
      return refuse(Refusal.OTHER_SURVEY);
    }
    if (!attempt.isOn(scale) || !scale.takes(attempt.answer().score())) {
      return refuse(Refusal.NOT_OF_SCALE);
    }
    return rating.map(r -> judgeChange(r, attempt, now)).orElseGet(() -> judgeFirst(attempt, now));
  }

  /**
   * What becomes of a close. The same close again changes nothing and is answered the same, and so
   * does any other of a conversation that is closed and asked. One that is not, but has seen a
   * later close, is told an old one again: it is answered what that later one was, and changes as
   * little. One that was asked or rated without a close keeps its windows: the close only adds to
   * it, unless that {@link #yieldsTo yields}. Every other counts its windows from the close. An
   * unanswered request that was withdrawn is given back (D3); where the close does not ask, a
   * rating that comes anyway is taken all the same.
   */
  public Asked.Judged judge(Line by, ConversationId conversation, Closing closing, Instant now) {
    if (yieldsTo(by)) {
      return unheardOf(by, now).judge(by, conversation, closing, now);
    }
    if (!line.equals(by.id())) {
      return Asked.Judged.unchanged(new Asked.OfAnotherLine());
    }
    boolean snoozed = closing.ending().snoozed();
    var told = closed.filter(close -> !snoozed && isTold(close, closing.ending().at()));
    if (told.isPresent()) {
      return Asked.Judged.unchanged(Asked.of(told.get()));
    }
    var obstacles = new Eligibility(by, closing, awaited()).obstacles();
    if (snoozed || (awaited() && closed.isPresent())) {
      return Asked.Judged.unchanged(new Asked.Not(obstacles));
    }
    var close = close(by, conversation, closing, obstacles, now);
    return new Asked.Judged(Asked.of(close), Optional.of(closed(close, closing.windows(by))));
  }

  /**
   * Whether a close makes all this forgotten. Whoever reads a widget's id in a page can claim that
   * it was shown in any conversation, also one that is yet to come; its platform knows better. On
   * the widget's own line alone the prompt is the request.
   */
  public boolean yieldsTo(Line by) {
    boolean own = line.equals(by.id()) && by.isWidget();
    return asked() && rating.isEmpty() && closed.isEmpty() && !own;
  }

  private boolean isTold(Closed close, Instant at) {
    return close.at().equals(at) || (!awaited() && at.isBefore(close.at()));
  }

  private Closed close(
      Line by, ConversationId conversation, Closing closing, Obstacles obstacles, Instant now) {
    var earlier = closed.flatMap(Closed::request);
    var request =
        obstacles.isEmpty()
            ? Optional.of(request(by, conversation, closing, now))
            : earlier.map(it -> it.within(closing.windows(by)));
    return new Closed(closing.ending(), obstacles, request);
  }

  /** Whether its customer was asked, or rated unasked. */
  public boolean asked() {
    return askedAt.isPresent();
  }

  /** The request that a widget made by itself, in the words that its line has now. */
  public Optional<RequestToRate> prompt(ConversationId conversation, Line by) {
    return askedAt.map(
        at ->
            new RequestToRate(
                conversation.id(),
                by.channel(),
                by.requestText(ENGLISH).text(),
                Optional.empty(),
                scale,
                at,
                windows,
                Delivery.SENT,
                Optional.empty(),
                Passage.begunAt(at)));
  }

  /** Whether its customer was asked, and may answer or did. */
  public boolean awaited() {
    return asked() && !withdrawn;
  }

  /** One that its customer has already is given back as it is, but for its windows (D3). */
  private RequestToRate request(
      Line by, ConversationId conversation, Closing closing, Instant now) {
    var earlier = closed.flatMap(Closed::request);
    var out = earlier.filter(request -> request.passage().isOut());
    var channel = earlier.map(RequestToRate::channel).orElseGet(closing::channel);
    var due = closing.ending().at().plusSeconds(by.delaySeconds());
    var sendAt = out.map(RequestToRate::sendAt).orElse(due.isAfter(now) ? due : now);
    boolean arrives =
        out.isPresent()
            || Channel.of(channel).reaches(closing.ending().lastCustomerMessageAt(), due);
    return new RequestToRate(
        conversation.id(),
        channel,
        earlier.map(RequestToRate::text).orElseGet(() -> closing.text(by)),
        earlier.map(RequestToRate::language).orElseGet(closing::language),
        scale,
        sendAt,
        closing.windows(by),
        arrives ? Delivery.dueAt(sendAt, now) : Delivery.UNDELIVERABLE,
        arrives ? Optional.empty() : Optional.of(RequestToRate.SESSION_OVER),
        out.map(RequestToRate::passage).orElse(Passage.NOT_BEGUN));
  }

  private Standing closed(Closed close, Windows from) {
    return new Standing(
        line,
        scale,
        awaited() ? windows : from,
        askedAt.or(() -> close.made().filter(RequestToRate::asks).map(RequestToRate::sendAt)),
        false,
        Optional.of(close),
        over && awaited(),
        rating,
        receipts);
  }

  /**
   * This conversation once it is open again: a request that is unanswered is withdrawn (D3). By one
   * that waited for its delay, and so never went out, nobody was asked.
   */
  public Standing reopened() {
    if (!asked() || rating.isPresent() || withdrawn) {
      return this;
    }
    boolean unsent = closed.flatMap(Closed::made).filter(request -> !request.wentOut()).isPresent();
    var at = unsent ? Optional.<Instant>empty() : askedAt;
    return new Standing(line, scale, windows, at, true, closed, over, rating, receipts);
  }

  private static boolean isOfAnotherSurvey(Attempt attempt, Rating stored) {
    return attempt.submission().survey().filter(stored::isOfAnother).isPresent();
  }

  private Verdict judgeFirst(Attempt attempt, Instant now) {
    if (withdrawn) {
      return refuse(Refusal.REQUEST_WITHDRAWN);
    }
    if (over || !windows.mayRate(now)) {
      return refuse(Refusal.RATING_WINDOW_OVER);
    }
    var first =
        new Rating(
            attempt.submission().conversation(),
            attempt.answer(),
            now,
            Optional.empty(),
            windows,
            attempt.surveyed());
    return new Verdict.Create(told(askedOr(now), closed).with(first, attempt.receipt(now)));
  }

  private Verdict judgeChange(Rating stored, Attempt attempt, Instant now) {
    var next = attempt.answer().over(stored.answer());
    if (next.equals(stored.answer())) {
      return new Verdict.Replay(stored, Optional.empty());
    }
    if (stored.locked()) {
      return refuse(Refusal.RATING_LOCKED);
    }
    if (over || !windows.mayChange(now)) {
      return refuse(Refusal.CHANGE_WINDOW_OVER);
    }
    return new Verdict.Change(with(stored.changed(next, now), attempt.receipt(now)));
  }

  private Verdict replayOf(Receipt receipt, Attempt attempt) {
    if (!attempt.digest().equals(Optional.of(receipt.digest()))) {
      return refuse(Refusal.KEY_REUSED);
    }
    var stored = rating.orElseThrow();
    boolean first = receipt.at().equals(stored.recordedAt());
    var then = first ? attempt.answer() : attempt.answer().over(stored.answer());
    var asFirst =
        new Rating(
            stored.conversation(),
            then,
            stored.recordedAt(),
            stored.changedAt(),
            windows,
            first ? attempt.surveyed() : stored.surveyed());
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
    return new Standing(
        line, scale, windows, askedAt, withdrawn, closed, over, Optional.of(next), kept);
  }
}
