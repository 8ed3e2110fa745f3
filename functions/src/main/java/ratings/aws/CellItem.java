package ratings.aws;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import ratings.domain.report.Counts;
import ratings.domain.score.Scale;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * A counter of the tally: of one day and combination, what went into it on one day (in UTC). That
 * second day stands at the end of its sort key, so that a cell never changes once that day is over,
 * and {@link FoldItem} can take it over without a race; a shard could stand behind it. The first
 * part of its sort key is a digit, before every fold's.
 */
final class CellItem {
  /** The combination, of which the key has a fingerprint only, for it may be long. */
  private static final String OF = "of";

  private static final String NAME = "name";
  private static final String ASKED = "a";
  private static final String DELIVERED = "d";
  private static final String ANSWERED = "n";
  private static final String RESOLVED = "y";
  private static final String UNRESOLVED = "x";

  /** Of each score, behind it. */
  private static final String SCORE = "s";

  private CellItem() {}

  static Map<String, AttributeValue> key(CellKey cell) {
    var text = CombinationText.write(cell.combination());
    return Map.of(
        RatingItem.PK,
        Attributes.text(cell.month().partition()),
        RatingItem.SK,
        Attributes.text(cell.day() + "#" + Keys.fingerprint(text) + "#" + cell.written()));
  }

  /** Adds to a cell that need not be there. */
  static TransactWriteItem add(String table, CellKey cell, Counts delta, Optional<String> name) {
    var names = new HashMap<String, String>();
    var values = new HashMap<String, AttributeValue>();
    var sums = figures(delta);
    sums.forEach(
        (figure, count) -> {
          names.put("#" + figure, figure);
          values.put(":" + figure, Attributes.number(count));
        });
    names.put("#of", OF);
    values.put(":of", Attributes.text(CombinationText.write(cell.combination())));
    name.ifPresent(
        text -> {
          names.put("#name", NAME);
          values.put(":name", Attributes.text(text));
        });
    var add =
        sums.keySet().stream().map(figure -> "#" + figure + " :" + figure).collect(joining(", "));
    var set = "SET #of = :of" + (name.isPresent() ? ", #name = :name" : "");
    var update =
        Update.builder()
            .tableName(table)
            .key(key(cell))
            .updateExpression(set + " ADD " + add)
            .expressionAttributeNames(names)
            .expressionAttributeValues(values)
            .build();
    return TransactWriteItem.builder().update(update).build();
  }

  static boolean isCell(Map<String, AttributeValue> item) {
    return Character.isDigit(item.get(RatingItem.SK).s().charAt(0));
  }

  static StoredCell cell(Map<String, AttributeValue> item) {
    var sort = item.get(RatingItem.SK).s();
    var combination = CombinationText.read(item.get(OF).s());
    return new StoredCell(
        RatingItem.key(item),
        LocalDate.parse(sort.substring(0, sort.indexOf('#'))),
        combination,
        LocalDate.parse(sort.substring(sort.lastIndexOf('#') + 1)),
        counts(item, combination.scale()),
        Attributes.string(item, NAME));
  }

  private static Counts counts(Map<String, AttributeValue> item, Scale scale) {
    var scores = new TreeMap<Integer, Long>();
    scale.scores().forEach(score -> scores.put(score, count(item, SCORE + score)));
    return new Counts(
        count(item, ASKED),
        count(item, DELIVERED),
        count(item, ANSWERED),
        count(item, RESOLVED),
        count(item, UNRESOLVED),
        scores);
  }

  private static Map<String, Long> figures(Counts counts) {
    var figures = new TreeMap<String, Long>();
    figures.put(ASKED, counts.asked());
    figures.put(DELIVERED, counts.delivered());
    figures.put(ANSWERED, counts.answered());
    figures.put(RESOLVED, counts.resolved());
    figures.put(UNRESOLVED, counts.unresolved());
    counts.scores().forEach((score, count) -> figures.put(SCORE + score, count));
    figures.values().removeIf(count -> count == 0);
    return figures;
  }

  private static long count(Map<String, AttributeValue> item, String figure) {
    return Optional.ofNullable(item.get(figure)).map(count -> Long.parseLong(count.n())).orElse(0L);
  }
}
