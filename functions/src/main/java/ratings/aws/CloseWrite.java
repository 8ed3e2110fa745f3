package ratings.aws;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import ratings.domain.conversation.Closed;
import ratings.domain.conversation.Closing;
import ratings.domain.conversation.ConversationId;
import ratings.domain.conversation.Obstacle;
import ratings.domain.conversation.People;
import ratings.domain.conversation.RequestToRate;
import ratings.domain.outbox.Sending;
import ratings.domain.rating.Standing;
import ratings.domain.settings.Line;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * The conditional writes by which a conversation's item is closed and opened again. A close is
 * written over the state that it was judged by and no other; it adds, and never touches an answer.
 * Only a widget's prompt that yields to it leaves nothing but its key and version.
 */
final class CloseWrite {
  private static final Set<String> KEY = Set.of(RatingItem.PK, RatingItem.SK);

  private final Update update = new Update();
  private final Line line;
  private final ConversationId conversation;
  private final Closing closing;
  private final Map<String, AttributeValue> seen;
  private final Map<String, AttributeValue> before;
  private final Instant now;
  private final boolean silent;

  private CloseWrite(
      Line line,
      ConversationId conversation,
      Closing closing,
      Map<String, AttributeValue> seen,
      Instant now,
      boolean silent) {
    this.now = now;
    this.silent = silent;
    this.line = line;
    this.conversation = conversation;
    this.closing = closing;
    this.seen = seen;
    boolean yields = !seen.isEmpty() && RatingItem.standing(seen).yieldsTo(line);
    this.before = yields ? Map.of() : seen;
  }

  /**
   * Stores a close.
   *
   * @param seen the item that it was judged by, empty where there was none
   * @param next how the conversation is to stand
   * @param silent whether its request is to be one that was sent when it was due
   */
  static UpdateItemRequest.Builder close(
      Line line,
      ConversationId conversation,
      Closing closing,
      Map<String, AttributeValue> seen,
      Standing next,
      Instant now,
      boolean silent) {
    var write = new CloseWrite(line, conversation, closing, seen, now, silent);
    write.facts(next);
    write.people();
    write.customer();
    write.windows(next);
    write.outcome(next.closed().orElseThrow());
    write.forget();
    var condition = RatingItem.isAsSeen(seen, write.update);
    return write
        .update
        .request()
        .key(RatingItem.key(conversation))
        .conditionExpression(condition)
        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
  }

  /**
   * Withdraws a request, over the state that was judged only.
   *
   * @param seen the item that was judged
   * @param next how the conversation is to stand
   */
  static UpdateItemRequest.Builder reopen(
      ConversationId conversation, Map<String, AttributeValue> seen, Standing next, Instant now) {
    var update = new Update();
    update
        .set(RatingItem.WITHDRAWN_AT, Attributes.time(now))
        .count(RatingItem.VERSION)
        .remove(RatingItem.DUE_PK, RatingItem.DUE_SK, RatingItem.TO_SEND, RatingItem.QUEUED);
    if (!next.asked()) {
      update.remove(RatingItem.ASKED_AT);
    }
    var condition = RatingItem.isAsSeen(seen, update);
    return update
        .request()
        .key(RatingItem.key(conversation))
        .conditionExpression(condition)
        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
  }

  /** What a widget may have said before, and then stays. */
  private void facts(Standing next) {
    var customer = closing.people().customer().flatMap(People.Customer::id);
    keep(RatingItem.ID, conversation.id());
    keep(RatingItem.LINE, line.id());
    keep(RatingItem.SCALE, next.scale().code());
    if (!line.isWidget() && closing.channel().equals(Line.WEBSITE)) {
      keep(RatingItem.NO_WIDGET, Attributes.flag(true));
    }
    keep(RatingItem.BOT, closing.botId());
    keep(RatingItem.MESSAGE_ID, closing.messageId());
    keep(
        RatingItem.HISTORY,
        closing.chatHistoryUrl().or(() -> line.chatHistoryUrl(conversation.id(), customer)));
    keep(RatingItem.USER_SK, RatingItem.unansweredSort(now, conversation.id()));
    update.count(RatingItem.VERSION);
  }

  /** Whom only a close tells of; the latest that names a teammate gives the credit (R21). */
  private void people() {
    var people = closing.people();
    people.teammate().ifPresent(this::teammate);
    update
        .set(RatingItem.RESPONSIBLE, people.responsible().map(Attributes::text))
        .set(RatingItem.SUPERVISOR, people.supervisor().map(Attributes::text));
  }

  private void teammate(People.Teammate teammate) {
    update
        .set(RatingItem.TEAMMATE_ID, Attributes.text(teammate.id()))
        .set(
            RatingItem.TEAMMATE_PK,
            Attributes.text(Keys.teammate(line.workspace(), teammate.id())));
    setOrRemove(RatingItem.TEAMMATE_NAME, teammate.name());
    setOrRemove(RatingItem.TEAM, teammate.team());
  }

  private void setOrRemove(String attribute, Optional<String> text) {
    text.ifPresentOrElse(
        value -> update.set(attribute, Attributes.text(value)), () -> update.remove(attribute));
  }

  /** The customer; another's name and address are not put to a known one. */
  private void customer() {
    var customer = closing.people().customer();
    var known = Attributes.string(before, RatingItem.USER_ID);
    if (known.isPresent() && !known.equals(customer.flatMap(People.Customer::id))) {
      return;
    }
    var id = customer.flatMap(People.Customer::id);
    keep(RatingItem.USER_ID, id);
    keep(RatingItem.USER_PK, id.map(user -> Keys.user(line.workspace(), user)));
    keep(RatingItem.USER_NAME, customer.flatMap(People.Customer::name));
    update.set(
        RatingItem.USER_EMAIL, customer.flatMap(People.Customer::email).map(Attributes::text));
  }

  private void keep(String attribute, Optional<String> text) {
    text.ifPresent(value -> keep(attribute, value));
  }

  private void keep(String attribute, String text) {
    keep(attribute, Attributes.text(text));
  }

  private void keep(String attribute, AttributeValue value) {
    if (yields()) {
      update.set(attribute, value);
    } else {
      update.keep(attribute, value);
    }
  }

  private boolean yields() {
    return before.isEmpty() && !seen.isEmpty();
  }

  /** Takes away what a prompt that yields has said, and this close has not. */
  private void forget() {
    if (yields()) {
      seen.keySet().stream().filter(name -> !KEY.contains(name)).forEach(update::removeUnlessSaid);
    }
  }

  /** A conversation that was asked before its close, or rated, ended then and not now. */
  private void windows(Standing next) {
    boolean ended =
        before.containsKey(RatingItem.ASKED_AT) && !before.containsKey(RatingItem.WITHDRAWN_AT);
    if (ended) {
      return;
    }
    var windows = next.windows();
    update
        .set(RatingItem.CLOSED_AT, Attributes.time(closing.ending().at()))
        .set(RatingItem.RATE_UNTIL, Attributes.time(windows.rateUntil()))
        .set(RatingItem.CHANGE_UNTIL, Attributes.time(windows.changeUntil()))
        .remove(RatingItem.STATE);
    Stream.concat(windows.firstEnd().stream(), toSchedule(next).stream())
        .min(Comparator.naturalOrder())
        .ifPresentOrElse(this::due, () -> update.remove(RatingItem.DUE_PK, RatingItem.DUE_SK));
  }

  /** When the schedule is to bring up a request that no queue would hold for so long. */
  private Optional<Instant> toSchedule(Standing next) {
    return next.closed()
        .flatMap(Closed::made)
        .filter(RequestToRate::asks)
        .map(RequestToRate::sendAt)
        .filter(now.plus(Sending.LONGEST_PAUSE)::isBefore);
  }

  private void due(Instant at) {
    update
        .set(RatingItem.DUE_PK, Attributes.text(Keys.due(conversation)))
        .set(RatingItem.DUE_SK, Attributes.text(RatingItem.dueSort(at)));
  }

  private void outcome(Closed closed) {
    update
        .set(RatingItem.TOLD_AT, Attributes.time(closed.at()))
        .set(RatingItem.ENDING, Attributes.text(EndingText.write(closed.ending())))
        .remove(RatingItem.WITHDRAWN_AT);
    closed.made().ifPresentOrElse(this::request, () -> notAsked(closed));
  }

  private void request(RequestToRate request) {
    update
        .set(RatingItem.CHANNEL, Attributes.text(request.channel()))
        .set(RatingItem.PROMPT, Attributes.text(request.text()))
        .set(RatingItem.LANGUAGE, request.language().map(Attributes::text))
        .set(RatingItem.SEND_AT, Attributes.time(request.sendAt()))
        .set(RatingItem.DELIVERY, Attributes.text(request.delivery().code()))
        .remove(RatingItem.NOT_ASKED, RatingItem.CLOSING_APP);
    if (request.asks()) {
      keep(RatingItem.ASKED_AT, Attributes.time(request.sendAt()));
    }
    setOrRemove(RatingItem.DELIVERY_REASON, request.deliveryReason());
    if (silent) {
      update.set(RatingItem.SENT_AT, Attributes.time(request.sendAt()));
    } else if (!request.passage().isOut()) {
      update.remove(
          RatingItem.SENT_AT, RatingItem.DELIVERED_AT, RatingItem.SHOWN_AT, RatingItem.FAILURE);
      setOrRemove(RatingItem.TO_SEND, Optional.of(line.workspace()).filter(_ -> request.asks()));
      update.remove(RatingItem.QUEUED);
    }
  }

  private void notAsked(Closed closed) {
    var obstacles = closed.obstacles();
    keep(RatingItem.CHANNEL, closing.channel());
    keep(RatingItem.LANGUAGE, closing.language());
    update.remove(RatingItem.TO_SEND, RatingItem.QUEUED);
    update.set(
        RatingItem.NOT_ASKED,
        Attributes.list(obstacles.all().stream().map(Obstacle::code).toList()));
    obstacles
        .app()
        .ifPresentOrElse(
            app -> update.set(RatingItem.CLOSING_APP, RatingItem.app(app)),
            () -> update.remove(RatingItem.CLOSING_APP));
  }
}
