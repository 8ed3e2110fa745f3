package ratings.aws;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Stream;
import ratings.domain.conversation.ConversationId;
import ratings.domain.conversation.Windows;
import ratings.domain.report.Cell;
import ratings.domain.report.Combination;
import ratings.domain.report.Counts;
import ratings.domain.settings.Condition;
import ratings.domain.settings.SampleLine;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Lives of conversations drawn at random, each as the images that the table's stream tells of it,
 * and what a recount of their last images comes to.
 */
final class Histories {
  /** Two workspaces, on either side of the date line. */
  static final Map<String, ZoneId> ZONES =
      Map.of("acme", ZoneId.of("Pacific/Auckland"), "globex", ZoneId.of("America/Los_Angeles"));

  private static final Instant FIRST = Instant.parse("2026-10-27T00:00:00Z");
  private static final long DAYS = 9;
  private static final Map<String, Integer> BEST = Map.of("stars5", 5, "nps", 10);

  private final Random random;
  private final List<Map<String, AttributeValue>> images = new ArrayList<>();

  Histories(long seed) {
    this.random = new Random(seed);
  }

  /** Tells the workspaces of a table their zones. */
  static void putZones(LocalTable table, Map<String, ZoneId> zones) {
    var settings = new DynamoSettings(table.dynamo(), table.name(), Retries.whileSomebodyWaits());
    zones.forEach(
        (workspace, zone) ->
            settings.put(
                workspace,
                SampleLine.workspace(Map.of("timeZone", zone.getId())),
                new Condition.Always()));
  }

  /** So many images of some conversations, each conversation's in order. */
  Histories draw(int count) {
    while (images.size() < count) {
      draw(new ConversationId(pick("acme", "globex"), "c" + images.size()));
    }
    return this;
  }

  List<Map<String, AttributeValue>> images() {
    return images;
  }

  /** What the last image of every conversation of a workspace adds up to, counted one by one. */
  static Map<Place, Counts> recount(
      List<Map<String, AttributeValue>> images, String workspace, ZoneId zone) {
    var last =
        images.stream()
            .filter(image -> RatingItem.partition(image).startsWith("w#" + workspace + "#"))
            .collect(
                toMap(
                    RatingItem::partition,
                    Function.identity(),
                    BinaryOperator.maxBy(
                        (one, other) -> Long.compare(version(one), version(other)))));
    var sums = new HashMap<Place, Counts>();
    for (var image : last.values()) {
      SightingItem.of(image)
          .contribution(zone)
          .ifPresent(
              it ->
                  sums.merge(
                      new Place(it.day().toString(), it.combination()), it.counts(), Counts::plus));
    }
    return sums;
  }

  /** The same of what was read. */
  static Map<Place, Counts> sums(List<Cell> cells) {
    return cells.stream()
        .collect(toMap(cell -> new Place(cell.day().toString(), cell.combination()), Cell::counts));
  }

  record Place(String day, Combination combination) {}

  private static long version(Map<String, AttributeValue> image) {
    return Long.parseLong(image.get(RatingItem.VERSION).n());
  }

  private void draw(ConversationId conversation) {
    var at = FIRST.plus(Duration.ofMinutes(random.nextLong(DAYS * 24 * 60)));
    var item = new HashMap<>(RatingItem.key(conversation));
    facts(item, conversation, at);
    image(item);
    item.put(RatingItem.SENT_AT, Attributes.time(at));
    item.remove(RatingItem.TO_SEND);
    image(item);
    for (int steps = random.nextInt(40); steps > 0; steps--) {
      step(item, at);
      image(item);
    }
  }

  private void step(Map<String, AttributeValue> item, Instant at) {
    switch (random.nextInt(6)) {
      case 0 -> item.put(RatingItem.DELIVERED_AT, Attributes.time(at.plusSeconds(1)));
      case 1 -> fail(item);
      case 2 -> teammate(item);
      default -> answer(item, at.plus(Duration.ofHours(random.nextInt(60))));
    }
  }

  private void facts(Map<String, AttributeValue> item, ConversationId conversation, Instant at) {
    text(item, RatingItem.ID, conversation.id());
    text(item, RatingItem.LINE, pick("shop", "a line|of - others"));
    text(item, RatingItem.CHANNEL, "telegram");
    text(item, RatingItem.SCALE, pick("stars5", "nps"));
    text(item, RatingItem.PROMPT, "How was it?");
    text(item, RatingItem.DELIVERY, "scheduled");
    text(item, RatingItem.TO_SEND, conversation.workspace());
    if (random.nextBoolean()) {
      text(item, RatingItem.BOT, pick("-", "b#1"));
    }
    teammate(item);
    Stream.of(RatingItem.RATE_UNTIL, RatingItem.CHANGE_UNTIL)
        .forEach(end -> item.put(end, Attributes.time(Windows.OPEN)));
    Stream.of(RatingItem.TOLD_AT, RatingItem.SEND_AT, RatingItem.ASKED_AT)
        .forEach(time -> item.put(time, Attributes.time(at)));
  }

  private void teammate(Map<String, AttributeValue> item) {
    int teammate = random.nextInt(3);
    text(item, RatingItem.TEAMMATE_ID, "t" + teammate);
    text(item, RatingItem.TEAMMATE_NAME, "Bo " + teammate);
    text(item, RatingItem.TEAM, teammate < 2 ? "north" : "south");
  }

  private static void fail(Map<String, AttributeValue> item) {
    if (!item.containsKey(RatingItem.SCORE) && !item.containsKey(RatingItem.DELIVERED_AT)) {
      text(item, RatingItem.FAILURE, "blocked");
      item.remove(RatingItem.ASKED_AT);
    }
  }

  private void answer(Map<String, AttributeValue> item, Instant at) {
    int best = BEST.get(item.get(RatingItem.SCALE).s());
    item.put(RatingItem.SCORE, Attributes.number(best - random.nextInt(2)));
    Stream.of(RatingItem.ASKED_AT, RatingItem.RECORDED_AT)
        .forEach(time -> item.putIfAbsent(time, Attributes.time(at)));
    item.put(RatingItem.CHANGED_AT, Attributes.time(at));
    if (random.nextBoolean()) {
      item.put(RatingItem.RESOLVED, Attributes.flag(random.nextBoolean()));
    }
  }

  private void image(Map<String, AttributeValue> item) {
    long version =
        Optional.ofNullable(item.get(RatingItem.VERSION))
            .map(v -> Long.parseLong(v.n()))
            .orElse(0L);
    item.put(RatingItem.VERSION, Attributes.number(version + 1));
    images.add(Map.copyOf(item));
  }

  private static void text(Map<String, AttributeValue> item, String name, String text) {
    item.put(name, Attributes.text(text));
  }

  private String pick(String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
