package ratings.aws;

import static java.util.stream.Collectors.toUnmodifiableList;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ratings.domain.conversation.Closed;
import ratings.domain.conversation.ConversationId;
import ratings.domain.conversation.Delivery;
import ratings.domain.conversation.Ending;
import ratings.domain.conversation.Obstacle;
import ratings.domain.conversation.Obstacles;
import ratings.domain.conversation.Passage;
import ratings.domain.conversation.RequestToRate;
import ratings.domain.conversation.Windows;
import ratings.domain.document.Timestamp;
import ratings.domain.rating.Answer;
import ratings.domain.rating.Customer;
import ratings.domain.rating.Rating;
import ratings.domain.rating.Receipt;
import ratings.domain.rating.Standing;
import ratings.domain.rating.Survey;
import ratings.domain.rating.Surveyed;
import ratings.domain.score.Scale;
import ratings.domain.settings.ClosingApp;
import ratings.domain.settings.Line;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The item of a conversation: what it was, the request and the rating in one. Names of attributes
 * and keys of this kind of item stand here and nowhere else. Instants are epoch milliseconds.
 */
final class RatingItem {
  static final String PK = "pk";
  static final String SK = "sk";
  static final String SORT = "RATING";

  static final String TIME_PK = "timePk";
  static final String TIME_SK = "timeSk";
  static final String USER_PK = "userPk";
  static final String USER_SK = "userSk";
  static final String TEAMMATE_PK = "teammatePk";
  static final String DUE_PK = "duePk";
  static final String DUE_SK = "dueSk";

  /** Only where the key cannot tell, for it had to be cut to fit. */
  static final String WORKSPACE = "workspace";

  static final String ID = "id";
  static final String LINE = "line";
  static final String CHANNEL = "channel";

  /** That the line is no widget, whose conversation its platform calls a website's all the same. */
  static final String NO_WIDGET = "noWidget";

  static final String BOT = "bot";
  static final String USER_ID = "userId";
  static final String USER_NAME = "userName";
  static final String TEAMMATE_ID = "teammateId";
  static final String TEAMMATE_NAME = "teammateName";
  static final String TEAM = "team";
  static final String LANGUAGE = "language";
  static final String MESSAGE_ID = "messageId";
  static final String HISTORY = "history";
  static final String SOURCE = "source";
  static final String SCALE = "scale";
  static final String SURVEY = "survey";
  static final String PROMPT = "prompt";

  static final String ASKED_AT = "askedAt";
  static final String CLOSED_AT = "closedAt";
  static final String WITHDRAWN_AT = "withdrawnAt";

  /** Its windows as the schedule has found them: {@link #CLOSED} where they are over. */
  static final String STATE = "state";

  static final String CLOSED = "closed";

  /** What its platform calls the time of its close, {@link #CLOSED_AT} being its end for us. */
  static final String TOLD_AT = "toldAt";

  /** What else that close has told of the conversation's end, as {@link EndingText} has it. */
  static final String ENDING = "ending";

  /** Codes of the reasons why that close did not ask; absent where it asked. */
  static final String NOT_ASKED = "notAsked";

  /** A map of {@code name, url}: what closed in place of a request, if that was a reason. */
  static final String CLOSING_APP = "closingApp";

  static final String APP_NAME = "name";
  static final String APP_URL = "url";

  static final String SEND_AT = "sendAt";
  static final String DELIVERY = "delivery";

  /** Code of why the request does not reach its customer; absent where it does. */
  static final String DELIVERY_REASON = "deliveryReason";

  /**
   * The workspace whose request is to be sent, until it is, or a reminder of that is on its way.
   * The relay's mapping looks for it.
   */
  static final String TO_SEND = "toSend";

  /** The same while a reminder is on its way; the relay's mapping does not look at it. */
  static final String QUEUED = "queued";

  static final String SENT_AT = "sentAt";
  static final String DELIVERED_AT = "deliveredAt";
  static final String SHOWN_AT = "shownAt";

  /** Code of why a request did not reach its customer that was to; absent where it may have. */
  static final String FAILURE = "failure";

  static final String USER_EMAIL = "userEmail";
  static final String RESPONSIBLE = "responsible";
  static final String SUPERVISOR = "supervisor";
  static final String RATE_UNTIL = "rateUntil";
  static final String CHANGE_UNTIL = "changeUntil";

  static final String SCORE = "score";
  static final String FEEDBACK = "feedback";
  static final String RESOLVED = "resolved";
  static final String REASONS = "reasons";
  static final String RECORDED_AT = "recordedAt";

  /** The latest record of an answer; equal to {@link #RECORDED_AT} where it never changed. */
  static final String CHANGED_AT = "changedAt";

  static final String SUSPECT = "suspect";

  /**
   * That the rating is low: as text what is to be announced, until it is announced; from then on
   * the time of that, as a number. The relay's mapping looks for the text.
   */
  static final String NOTIFY = "notify";

  /**
   * What is to be announced of a rating that is {@link #SUSPECT}, until the schedule lets it be
   * announced; the relay does not look at it.
   */
  static final String HELD = "held";

  /** A map of {@code state, note, by, at}. */
  static final String FOLLOW_UP = "followUp";

  static final String FOLLOW_UP_STATE = "state";
  static final String FOLLOW_UP_NOTE = "note";
  static final String FOLLOW_UP_BY = "by";
  static final String FOLLOW_UP_AT = "at";

  /** Counts the writes, for whoever must know which state of the item it has seen. */
  static final String VERSION = "version";

  /** Attributes of the receipts, newest first. */
  static final List<String> RECEIPTS =
      IntStream.range(0, Receipt.KEPT).mapToObj(i -> "receipt" + i).toList();

  /** The relay takes seconds; what takes longer met with an accident. */
  private static final Duration LONGEST_UNANNOUNCED = Duration.ofMinutes(2);

  private static final Duration HOLD = Duration.ofSeconds(60);

  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

  private RatingItem() {}

  static Map<String, AttributeValue> key(ConversationId conversation) {
    return Map.of(PK, Attributes.text(Keys.conversation(conversation)), SK, Attributes.text(SORT));
  }

  /** The key whose first part is known, as from a stream. */
  static Map<String, AttributeValue> key(String partition) {
    return Map.of(PK, Attributes.text(partition), SK, Attributes.text(SORT));
  }

  /** The key in an item of any index. */
  static Map<String, AttributeValue> key(Map<String, AttributeValue> item) {
    return Map.of(PK, item.get(PK), SK, item.get(SK));
  }

  /** The partition key of an item, which no other conversation has. */
  static String partition(Map<String, AttributeValue> item) {
    return item.get(PK).s();
  }

  /** Sorts by time, then by id, in every index. */
  static String timeSort(Instant recordedAt, String conversation) {
    return Timestamp.format(recordedAt) + "#" + Keys.id(conversation);
  }

  /** Sorts by when the schedule is to look again. */
  static String dueSort(Instant due) {
    return Timestamp.format(due) + "#window";
  }

  /** When the schedule is to look whether a low rating was announced that is stored now. */
  static Instant announcedBy(Instant now) {
    return now.plus(LONGEST_UNANNOUNCED);
  }

  /** When the schedule is to let a suspect rating be announced that is stored now. */
  static Instant heldUntil(Instant now) {
    return now.plus(HOLD);
  }

  /** When it is to look again: the longer a low rating waits, the more rarely. */
  static Instant announcedBy(Map<String, AttributeValue> item, Instant now) {
    var waited = Duration.between(Attributes.instant(item, CHANGED_AT).orElseThrow(), now);
    var pause = waited.compareTo(LONGEST_PAUSE) < 0 ? waited : LONGEST_PAUSE;
    return now.plus(pause.compareTo(LONGEST_UNANNOUNCED) > 0 ? pause : LONGEST_UNANNOUNCED);
  }

  /** Whether a low rating was not announced yet. */
  static boolean waits(Map<String, AttributeValue> item) {
    return item.containsKey(NOTIFY) && item.get(NOTIFY).s() != null;
  }

  /** What is held back of a suspect rating, if something is. */
  static Optional<AttributeValue> held(Map<String, AttributeValue> item) {
    return Optional.ofNullable(item.get(HELD));
  }

  /** Sorts what is not answered yet before everything that is. */
  static String unansweredSort(Instant askedAt, String conversation) {
    return "-" + timeSort(askedAt, conversation);
  }

  static AttributeValue receipt(Receipt receipt) {
    return Attributes.text(
        receiptPrefix(receipt.key()) + receipt.digest() + ":" + receipt.at().toEpochMilli());
  }

  /** What the receipt of a key begins with; no key holds a colon. */
  static String receiptPrefix(String key) {
    return key + ":";
  }

  /** Whether an item is still as it was seen, empty where it was not: each write counts. */
  static String isAsSeen(Map<String, AttributeValue> seen, Update update) {
    var version = Optional.ofNullable(seen.get(VERSION));
    return version
        .map(counted -> update.name(VERSION) + " = " + update.value("seen", counted))
        .orElseGet(() -> update.missing(seen.isEmpty() ? PK : VERSION));
  }

  static Standing standing(Map<String, AttributeValue> item) {
    var windows =
        new Windows(
            Attributes.instant(item, RATE_UNTIL).orElseThrow(),
            Attributes.instant(item, CHANGE_UNTIL).orElseThrow());
    return new Standing(
        Attributes.string(item, LINE).orElseThrow(),
        Attributes.string(item, SCALE).flatMap(Scale::of).orElseThrow(),
        windows,
        Attributes.instant(item, ASKED_AT),
        item.containsKey(WITHDRAWN_AT),
        closed(item, windows),
        item.containsKey(STATE),
        rating(item, windows),
        receipts(item));
  }

  private static Optional<Closed> closed(Map<String, AttributeValue> item, Windows windows) {
    return Attributes.instant(item, TOLD_AT)
        .map(at -> new Closed(ending(item, at), obstacles(item), request(item, windows)));
  }

  /** Of what was closed before endings were kept, only the time is known. */
  private static Ending ending(Map<String, AttributeValue> item, Instant at) {
    return Attributes.string(item, ENDING)
        .map(text -> EndingText.read(at, text))
        .orElseGet(() -> Ending.at(at));
  }

  private static Obstacles obstacles(Map<String, AttributeValue> item) {
    return Optional.ofNullable(item.get(NOT_ASKED))
        .map(
            codes ->
                new Obstacles(codes.l().stream().map(RatingItem::obstacle).toList(), app(item)))
        .orElseGet(Obstacles::none);
  }

  private static Obstacle obstacle(AttributeValue code) {
    return Obstacle.of(code.s()).orElseThrow();
  }

  static AttributeValue app(ClosingApp app) {
    return AttributeValue.builder()
        .m(Map.of(APP_NAME, Attributes.text(app.name()), APP_URL, Attributes.text(app.url())))
        .build();
  }

  private static Optional<ClosingApp> app(Map<String, AttributeValue> item) {
    return Optional.ofNullable(item.get(CLOSING_APP))
        .map(AttributeValue::m)
        .map(app -> new ClosingApp(app.get(APP_NAME).s(), app.get(APP_URL).s()));
  }

  /** The one that the latest close has made, or one before it. */
  private static Optional<RequestToRate> request(
      Map<String, AttributeValue> item, Windows windows) {
    return Attributes.instant(item, SEND_AT)
        .map(
            sendAt ->
                new RequestToRate(
                    Attributes.string(item, ID).orElseThrow(),
                    Attributes.string(item, CHANNEL).orElseThrow(),
                    Attributes.string(item, PROMPT).orElseThrow(),
                    Attributes.string(item, LANGUAGE),
                    Attributes.string(item, SCALE).flatMap(Scale::of).orElseThrow(),
                    sendAt,
                    windows,
                    Attributes.string(item, DELIVERY).flatMap(Delivery::of).orElseThrow(),
                    Attributes.string(item, DELIVERY_REASON),
                    passage(item)));
  }

  /** What was shown was delivered, though only a report says so twice. */
  private static Passage passage(Map<String, AttributeValue> item) {
    var shownAt = Attributes.instant(item, SHOWN_AT);
    return new Passage(
        Attributes.instant(item, SENT_AT),
        Attributes.instant(item, DELIVERED_AT).or(() -> shownAt),
        shownAt,
        Attributes.string(item, FAILURE));
  }

  /** Whether somebody is known already who may be another: a name stays with its own id. */
  static boolean isOfAnother(Map<String, AttributeValue> item, Customer customer) {
    var userId = Attributes.string(item, USER_ID);
    var userName = Attributes.string(item, USER_NAME);
    if (customer.userId().isPresent()) {
      return !userId.equals(customer.userId()) && (userId.isPresent() || userName.isPresent());
    }
    return userId.isPresent() || (userName.isPresent() && !userName.equals(customer.userName()));
  }

  /** The line where it is a widget, which it can be on a website only (R64, R76). */
  static Optional<String> widget(Map<String, AttributeValue> item) {
    return Attributes.string(item, LINE)
        .filter(_ -> item.get(CHANNEL).s().equals(Line.WEBSITE) && !item.containsKey(NO_WIDGET));
  }

  static Answer answer(Map<String, AttributeValue> item) {
    return new Answer(
        Integer.parseInt(item.get(SCORE).n()),
        Attributes.string(item, FEEDBACK),
        Optional.ofNullable(item.get(RESOLVED)).map(AttributeValue::bool),
        Optional.ofNullable(item.get(REASONS)).stream()
            .flatMap(reasons -> reasons.l().stream())
            .map(AttributeValue::s)
            .toList());
  }

  private static Optional<Rating> rating(Map<String, AttributeValue> item, Windows windows) {
    return Attributes.instant(item, RECORDED_AT)
        .map(
            recordedAt ->
                new Rating(
                    Attributes.string(item, ID).orElseThrow(),
                    answer(item),
                    recordedAt,
                    Attributes.instant(item, CHANGED_AT)
                        .filter(changed -> !changed.equals(recordedAt)),
                    windows,
                    Attributes.string(item, SURVEY).map(name -> surveyed(name, item))));
  }

  private static Surveyed surveyed(String name, Map<String, AttributeValue> item) {
    return new Surveyed(
        new Survey(
            name,
            Attributes.string(item, CHANNEL).orElseThrow(),
            Attributes.string(item, SCALE).flatMap(Scale::of).orElseThrow(),
            Attributes.string(item, PROMPT).orElse("")),
        new Customer(
            Attributes.string(item, USER_ID),
            Attributes.string(item, USER_NAME),
            Attributes.string(item, BOT),
            Attributes.string(item, LANGUAGE)));
  }

  private static List<Receipt> receipts(Map<String, AttributeValue> item) {
    return RECEIPTS.stream()
        .flatMap(name -> Attributes.string(item, name).stream())
        .filter(stored -> !stored.isEmpty())
        .flatMap(RatingItem::receipt)
        .collect(toUnmodifiableList());
  }

  private static Stream<Receipt> receipt(String stored) {
    int digest = stored.indexOf(':') + 1;
    int at = stored.lastIndexOf(':') + 1;
    return Stream.of(
        new Receipt(
            stored.substring(0, digest - 1),
            stored.substring(digest, at - 1),
            Instant.ofEpochMilli(Long.parseLong(stored.substring(at)))));
  }
}
