package ratings.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import ratings.domain.rating.Attempts;
import ratings.domain.rating.VirtualClock;
import ratings.domain.settings.SampleLine;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A workspace whose name is so long, as keys have it, that it has to be cut there. */
class LongWorkspaceTest {
  private static final String LONG = "\u0416".repeat(51);
  private static final Retries RETRIES = new Retries(3, Duration.ofMillis(2), _ -> {});

  @AutoClose private final LocalTable table = LocalTable.ofRatings();
  private final VirtualClock clock = new VirtualClock();

  @Test
  void itsRatingsAreToldByItsName() {
    assertThat(StreamedRating.of(change(rated(LONG))).orElseThrow().workspace()).isEqualTo(LONG);
  }

  @Test
  void anyOtherKeepsItsNameInItsKeysOnly() {
    var item = rated("acme");

    assertThat(item).doesNotContainKey(RatingItem.WORKSPACE);
    assertThat(StreamedRating.of(change(item)).orElseThrow().workspace()).isEqualTo("acme");
  }

  @Test
  void itsRatingsAreCounted() {
    new DynamoTally(table.dynamo(), table.name(), clock, RETRIES)
        .count(List.of(SightingItem.of(rated(LONG))));

    var day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    assertThat(new DynamoTallies(table.dynamo(), table.name(), RETRIES).cells(LONG, day, day))
        .singleElement()
        .matches(cell -> cell.counts().answered() == 1);
  }

  private Map<String, AttributeValue> rated(String workspace) {
    var line = SampleLine.widget("site").of(workspace).line();
    new DynamoRatings(table.dynamo(), table.name(), clock, RETRIES)
        .record(Attempts.at("c1").by(line).make());
    return table.items().getFirst();
  }

  /** As a stream tells of a new item. */
  private static Map<String, Object> change(Map<String, AttributeValue> item) {
    var image = new HashMap<String, Object>();
    item.forEach((name, value) -> image.put(name, typed(value)));
    return Map.of("NewImage", image);
  }

  private static Map<String, Object> typed(AttributeValue value) {
    return switch (value.type()) {
      case S -> Map.of("S", value.s());
      case N -> Map.of("N", value.n());
      default -> throw new AssertionError(value.type());
    };
  }
}
