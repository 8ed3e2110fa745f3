package ratings.aws;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import ratings.domain.report.Combination;
import ratings.domain.report.Counts;
import ratings.domain.score.Scale;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/**
 * A month of one combination in one item: what all its cells came to that were written until some
 * day. It is as long with one rating as with a million, so that what a report takes to read does
 * not grow (F7): for each of 31 days as many whole numbers of four bytes as there are figures.
 */
final class FoldItem {
  private static final String SORT = "M#";
  private static final String OF = "of";
  private static final String NAME = "name";
  private static final String DAYS = "days";

  /** The day, in UTC, until which cells are in it; those of later days are to be added. */
  private static final String UNTIL = "until";

  private static final String REVISION = "revision";
  private static final int MOST_DAYS = 31;
  private static final int FIGURES_BEFORE_SCORES = 5;

  private FoldItem() {}

  static Map<String, AttributeValue> key(MonthKey month, Combination combination) {
    var fingerprint = Keys.fingerprint(CombinationText.write(combination));
    return Map.of(
        RatingItem.PK,
        Attributes.text(month.partition()),
        RatingItem.SK,
        Attributes.text(SORT + fingerprint));
  }

  static Fold fold(Map<String, AttributeValue> item) {
    var combination = CombinationText.read(item.get(OF).s());
    return new Fold(
        combination,
        Attributes.string(item, NAME),
        LocalDate.parse(item.get(UNTIL).s()),
        Long.parseLong(item.get(REVISION).n()),
        days(item.get(DAYS).b().asByteBuffer(), combination.scale()));
  }

  /** Puts a fold over the one of the revision before, or where there was none. */
  static PutItemRequest.Builder put(MonthKey month, Fold fold) {
    var item = new HashMap<>(key(month, fold.combination()));
    item.put(OF, Attributes.text(CombinationText.write(fold.combination())));
    fold.name().ifPresent(name -> item.put(NAME, Attributes.text(name)));
    item.put(UNTIL, Attributes.text(fold.until().toString()));
    item.put(REVISION, Attributes.number(fold.revision()));
    item.put(DAYS, AttributeValue.fromB(bytes(fold)));
    var put =
        PutItemRequest.builder().item(item).expressionAttributeNames(Map.of("#revision", REVISION));
    return fold.revision() == 1
        ? put.conditionExpression("attribute_not_exists(#revision)")
        : put.conditionExpression("#revision = :read")
            .expressionAttributeValues(Map.of(":read", Attributes.number(fold.revision() - 1)));
  }

  private static SdkBytes bytes(Fold fold) {
    var scores = fold.combination().scale().scores();
    int figures = FIGURES_BEFORE_SCORES + scores.size();
    var buffer = ByteBuffer.allocate(MOST_DAYS * figures * Integer.BYTES);
    for (int day = 1; day <= MOST_DAYS; day++) {
      var counts = fold.days().getOrDefault(day, Counts.NONE);
      buffer
          .putInt(Math.toIntExact(counts.asked()))
          .putInt(Math.toIntExact(counts.delivered()))
          .putInt(Math.toIntExact(counts.answered()))
          .putInt(Math.toIntExact(counts.resolved()))
          .putInt(Math.toIntExact(counts.unresolved()));
      scores.forEach(
          score -> buffer.putInt(Math.toIntExact(counts.scores().getOrDefault(score, 0L))));
    }
    return SdkBytes.fromByteBuffer(buffer.flip());
  }

  private static Map<Integer, Counts> days(ByteBuffer buffer, Scale scale) {
    var days = new TreeMap<Integer, Counts>();
    for (int day = 1; day <= MOST_DAYS; day++) {
      var counts = counts(buffer, scale);
      if (!counts.isNone()) {
        days.put(day, counts);
      }
    }
    return days;
  }

  private static Counts counts(ByteBuffer buffer, Scale scale) {
    int asked = buffer.getInt();
    int delivered = buffer.getInt();
    int answered = buffer.getInt();
    int resolved = buffer.getInt();
    int unresolved = buffer.getInt();
    var scores = new TreeMap<Integer, Long>();
    scale.scores().forEach(score -> scores.put(score, (long) buffer.getInt()));
    return new Counts(asked, delivered, answered, resolved, unresolved, scores);
  }
}
