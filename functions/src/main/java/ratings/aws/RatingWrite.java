package ratings.aws;

import static java.util.stream.Collectors.joining;
import static ratings.aws.RatingItem.CHANGE_UNTIL;
import static ratings.aws.RatingItem.FEEDBACK;
import static ratings.aws.RatingItem.RATE_UNTIL;
import static ratings.aws.RatingItem.REASONS;
import static ratings.aws.RatingItem.RESOLVED;
import static ratings.aws.RatingItem.SCALE;
import static ratings.aws.RatingItem.SCORE;
import static ratings.aws.RatingItem.STATE;
import static ratings.aws.RatingItem.WITHDRAWN_AT;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import ratings.domain.alert.Notice;
import ratings.domain.conversation.ConversationId;
import ratings.domain.conversation.Windows;
import ratings.domain.rating.Attempt;
import ratings.domain.rating.Customer;
import ratings.domain.rating.Showing;
import ratings.domain.rating.Source;
import ratings.domain.rating.Standing;
import ratings.domain.rating.Survey;
import ratings.domain.score.Scale;
import ratings.domain.settings.Line;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * The conditional writes to a conversation's item, each as one request that hands back the old
 * item.
 */
final class RatingWrite {
  private final Update update = new Update();
  private final Line line;
  private final ConversationId conversation;
  private final Instant now;

  private RatingWrite(Line line, ConversationId conversation, Instant now) {
    this.line = line;
    this.conversation = conversation;
    this.now = now;
  }

  /**
   * Stores an answer at an instant, unless the conversation is another line's, or rated on another
   * scale, or its window is over, or its rating locked, or of another survey, or the same, or the
   * key was used, or it may be another's than the customer's that is not known yet.
   *
   * @param known the item as it was seen last, empty where it was not
   * @param notice that is to be given of it, if it is the conversation's first
   * @param suspect whether it is known to be suspect; where it is not, it is stored only if it is
   *     not suspect
   */
  static UpdateItemRequest.Builder answer(
      Attempt attempt,
      Map<String, AttributeValue> known,
      Scale scale,
      Optional<Notice> notice,
      boolean suspect,
      Instant now) {
    var write = new RatingWrite(attempt.line(), attempt.conversation(), now);
    var customer = customer(attempt.submission().customer(), known);
    write.conversation(scale, customer);
    attempt.submission().survey().ifPresent(write::survey);
    write.answer(attempt);
    notice.ifPresentOrElse(suspect ? write::hold : write::notice, write::untilChangesEnd);
    write.receipt(attempt);
    if (suspect) {
      write.update.set(RatingItem.SUSPECT, Attributes.flag(true));
    }
    return write.request(all(write.mayStore(attempt, scale, suspect), write.mayName(customer)));
  }

  /**
   * Notes that the prompt was seen, unless it was before, or is of no use any more, or the
   * conversation is another line's, or may be another's than the customer's that is not known yet.
   *
   * @param known the item as it was seen last, empty where it was not
   */
  static UpdateItemRequest.Builder showing(
      Line line, Showing showing, Map<String, AttributeValue> known, Instant now) {
    var write = new RatingWrite(line, showing.conversation(line), now);
    var customer = customer(showing.customer(), known);
    write.conversation(line.scale(), customer);
    write.windows().firstEnd().ifPresent(write::due);
    write.update.keep(
        RatingItem.USER_SK,
        Attributes.text(RatingItem.unansweredSort(now, showing.conversation())));
    write.update.set(RatingItem.SHOWN_AT, Attributes.time(now)).remove(RatingItem.FAILURE);
    return write.request(all(write.ofLine(), write.isNews(), write.mayName(customer)));
  }

  /** A conversation has one customer, the first that was named: of another nothing is written. */
  private static Customer customer(Customer customer, Map<String, AttributeValue> known) {
    return RatingItem.isOfAnother(known, customer) ? customer.unnamed() : customer;
  }

  /** What is said of the conversation, each only where nothing was said before. */
  private void conversation(Scale scale, Customer customer) {
    var windows = windows();
    update
        .keep(RatingItem.WORKSPACE, Keys.untold(conversation.workspace()).map(Attributes::text))
        .keep(RatingItem.ID, Attributes.text(conversation.id()))
        .keep(RatingItem.LINE, Attributes.text(line.id()))
        .keep(RatingItem.CHANNEL, Attributes.text(line.channel()))
        .keep(SCALE, Attributes.text(scale.code()))
        .keep(RatingItem.ASKED_AT, Attributes.time(now))
        .keep(RatingItem.CLOSED_AT, Attributes.time(now))
        .keep(RATE_UNTIL, Attributes.time(windows.rateUntil()))
        .keep(CHANGE_UNTIL, Attributes.time(windows.changeUntil()))
        .keep(RatingItem.USER_ID, customer.userId().map(Attributes::text))
        .keep(RatingItem.USER_NAME, customer.userName().map(Attributes::text))
        .keep(RatingItem.BOT, customer.botId().map(Attributes::text))
        .keep(RatingItem.LANGUAGE, customer.language().map(Attributes::text))
        .keep(
            RatingItem.HISTORY,
            line.chatHistoryUrl(conversation.id(), customer.userId()).map(Attributes::text))
        .keep(
            RatingItem.USER_PK,
            customer.userId().map(user -> Attributes.text(Keys.user(line.workspace(), user))))
        .count(RatingItem.VERSION);
  }

  /** Who holds a survey is no widget, wherever that was. */
  private void survey(Survey survey) {
    update
        .keep(RatingItem.SURVEY, Attributes.text(survey.name()))
        .keep(
            RatingItem.PROMPT,
            Optional.of(survey.prompt()).filter(it -> !it.isEmpty()).map(Attributes::text));
    if (survey.channel().equals(Line.WEBSITE)) {
      update.keep(RatingItem.NO_WIDGET, Attributes.flag(true));
    }
  }

  /** The windows of a conversation that ends now. */
  private Windows windows() {
    return Windows.from(now, line.rateWithinHours(), line.changeWithinHours());
  }

  /** When the schedule is to look at it, unless it is to already. */
  private void due(Instant end) {
    update
        .keep(RatingItem.DUE_PK, Attributes.text(Keys.due(conversation)))
        .keep(RatingItem.DUE_SK, Attributes.text(RatingItem.dueSort(end)));
  }

  /** A conversation that nobody asked before waits for the end of its changes. */
  private void untilChangesEnd() {
    Optional.of(windows().changeUntil())
        .filter(end -> !end.equals(Windows.OPEN))
        .ifPresent(this::due);
  }

  /**
   * What is to be announced, unless it is or was before. The schedule looks at it soon, whatever it
   * waited for until now: when its windows end stands in the item too.
   */
  private void notice(Notice notice) {
    var soon = RatingItem.dueSort(RatingItem.announcedBy(now));
    update
        .keep(RatingItem.NOTIFY, Attributes.text(NoticeText.write(notice)))
        .set(RatingItem.DUE_PK, Attributes.text(Keys.due(conversation)))
        .set(RatingItem.DUE_SK, Attributes.text(soon))
        .remove(RatingItem.HELD);
  }

  /** What is to be announced after a while, when the schedule comes by. */
  private void hold(Notice notice) {
    var later = RatingItem.dueSort(RatingItem.heldUntil(now));
    update
        .set(RatingItem.HELD, Attributes.text(NoticeText.write(notice)))
        .set(RatingItem.DUE_PK, Attributes.text(Keys.due(conversation)))
        .set(RatingItem.DUE_SK, Attributes.text(later));
  }

  private void answer(Attempt attempt) {
    var answer = attempt.answer();
    var timeSort = Attributes.text(RatingItem.timeSort(now, conversation.id()));
    int shard = Keys.shard(conversation.id(), line.shards());
    update
        .set(SCORE, Attributes.number(answer.score()))
        .set(FEEDBACK, answer.feedback().map(Attributes::text))
        .set(RESOLVED, answer.resolved().map(Attributes::flag))
        .set(REASONS, reasons(attempt))
        .keep(RatingItem.RECORDED_AT, Attributes.time(now))
        .set(RatingItem.CHANGED_AT, Attributes.time(now))
        .keep(RatingItem.SOURCE, Attributes.text(attempt.source().code()))
        .keep(RatingItem.MESSAGE_ID, attempt.submission().messageId().map(Attributes::text))
        .keep(RatingItem.TIME_PK, Attributes.text(Keys.time(line.workspace(), shard)))
        .keep(RatingItem.TIME_SK, timeSort)
        .setTo(RatingItem.USER_SK, RatingItem.TIME_SK, timeSort);
  }

  /** Moves every receipt down one place, and the oldest out. */
  private void receipt(Attempt attempt) {
    attempt
        .receipt(now)
        .ifPresent(
            receipt -> {
              var names = RatingItem.RECEIPTS;
              for (int i = names.size() - 1; i > 0; i--) {
                update.setTo(names.get(i), names.get(i - 1), Attributes.text(""));
              }
              update.set(names.getFirst(), RatingItem.receipt(receipt));
            });
  }

  private String mayStore(Attempt attempt, Scale scale, boolean suspect) {
    var conditions =
        Stream.concat(
            Stream.of(
                ofLine(),
                update.missingOrEqual(SCALE, SCALE, Attributes.text(scale.code())),
                any(mayRate(), mayChange(attempt, suspect))),
            keyIsNew(attempt));
    return all(conditions.toArray(String[]::new));
  }

  /** What {@link RatingItem#isOfAnother} says, in DynamoDB's words. */
  private String mayName(Customer customer) {
    if (customer.userId().isPresent()) {
      var nobody = all(update.missing(RatingItem.USER_ID), update.missing(RatingItem.USER_NAME));
      return any(nobody, is(RatingItem.USER_ID, customer.userId().get()));
    }
    return customer
        .userName()
        .map(name -> any(update.missing(RatingItem.USER_NAME), is(RatingItem.USER_NAME, name)))
        .map(sameName -> all(update.missing(RatingItem.USER_ID), sameName))
        .orElse("");
  }

  /** Whether it matters that the prompt was seen. */
  private String isNews() {
    return all(
        update.missing(RatingItem.SHOWN_AT),
        update.missing(SCORE),
        update.missing(WITHDRAWN_AT),
        update.missing(STATE));
  }

  private String is(String attribute, String text) {
    return update.name(attribute) + " = " + update.value(attribute, Attributes.text(text));
  }

  private String ofLine() {
    return update.missingOrEqual(RatingItem.LINE, RatingItem.LINE, Attributes.text(line.id()));
  }

  private String mayRate() {
    return all(
        update.missing(SCORE),
        update.missing(WITHDRAWN_AT),
        update.missing(STATE),
        any(update.missing(RATE_UNTIL), update.name(RATE_UNTIL) + " > " + now()));
  }

  private String mayChange(Attempt attempt, boolean suspect) {
    var change = change(attempt);
    return suspect || attempt.source() != Source.PAGE ? change : all(change, unsuspicious());
  }

  /** The same score as before, or one after a while: as {@link Standing#suspects} has it. */
  private String unsuspicious() {
    var before = Attributes.time(now.minus(Standing.SEVERAL_SCORES));
    return any(
        update.name(SCORE) + " = :" + SCORE,
        update.name(RatingItem.CHANGED_AT) + " <= " + update.value("before", before));
  }

  private String change(Attempt attempt) {
    return all(
        "attribute_exists(" + update.name(SCORE) + ")",
        update.missing(FEEDBACK),
        update.missing(STATE),
        attempt.submission().survey().map(it -> is(RatingItem.SURVEY, it.name())).orElse(""),
        update.name(CHANGE_UNTIL) + " > " + now(),
        update.name(RatingItem.RECORDED_AT) + " < " + now(),
        any(differences(attempt)));
  }

  /** What would change: the first feedback always does, what is left out never. */
  private String[] differences(Attempt attempt) {
    var answer = attempt.answer();
    var differences = new ArrayList<String>();
    differences.add(differs(SCORE, Optional.of(Attributes.number(answer.score()))));
    differences.add(differs(FEEDBACK, answer.feedback().map(Attributes::text)));
    differences.add(differs(RESOLVED, answer.resolved().map(Attributes::flag)));
    differences.add(differs(REASONS, reasons(attempt)));
    differences.removeIf(String::isEmpty);
    return differences.toArray(String[]::new);
  }

  private String differs(String attribute, Optional<AttributeValue> value) {
    return value
        .map(
            v ->
                any(
                    update.missing(attribute),
                    update.name(attribute) + " <> " + update.value(attribute, v)))
        .orElse("");
  }

  private Stream<String> keyIsNew(Attempt attempt) {
    return attempt.key().stream()
        .map(key -> update.value("key", Attributes.text(RatingItem.receiptPrefix(key))))
        .flatMap(
            key ->
                RatingItem.RECEIPTS.stream()
                    .map(name -> "NOT begins_with(" + update.name(name) + ", " + key + ")"));
  }

  private String now() {
    return update.value("now", Attributes.time(now));
  }

  private UpdateItemRequest.Builder request(String condition) {
    return update
        .request()
        .key(RatingItem.key(conversation))
        .conditionExpression(condition)
        .returnValues(ReturnValue.ALL_OLD)
        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
  }

  private static Optional<AttributeValue> reasons(Attempt attempt) {
    return Optional.of(attempt.answer().reasons())
        .filter(reasons -> !reasons.isEmpty())
        .map(Attributes::list);
  }

  /** DynamoDB wants no parentheses that change nothing: AND binds closer than OR. */
  private static String all(String... conditions) {
    return Stream.of(conditions).filter(one -> !one.isEmpty()).collect(joining(" AND "));
  }

  private static String any(String... conditions) {
    return conditions.length == 1 ? conditions[0] : "(" + String.join(" OR ", conditions) + ")";
  }
}
