package ratings.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.AbstractMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ratings.local.template.Locations;
import ratings.local.template.TableResource;
import ratings.local.template.TableResource.Index;
import ratings.local.template.TemplateReader;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The names in template.yaml are those that the items have. */
class TemplateKeysTest {
  private static final Map<String, TableResource> TABLES = tables();

  @Test
  void itemsAreStoredUnderTheTablesKey() {
    var key = new TableResource.Key(RatingItem.PK, Optional.of(RatingItem.SK));

    assertThat(TABLES.get("RatingsTable").key()).isEqualTo(key);
    assertThat(TABLES.get("VaultTable").key()).isEqualTo(key);
    assertThat(KeyItem.key("cursor")).containsOnlyKeys(RatingItem.PK, RatingItem.SK);
  }

  @ParameterizedTest
  @EnumSource
  void anIndexIsReadByItsKey(RatingIndex index) {
    assertThat(index(index.indexName()).key())
        .isEqualTo(new TableResource.Key(index.partitionName(), Optional.of(index.sortName())));
  }

  @Test
  void theIndexByTimeProjectsWhatTheListReadsAndNoMore() {
    var item = new ReadItem(listed());
    assertThat(ListedItem.of(item)).isPresent();

    assertThat(index("byTime").included()).containsExactlyInAnyOrderElementsOf(item.read());
  }

  @Test
  void theOtherIndexesProjectKeysOnly() {
    assertThat(TABLES.get("RatingsTable").indexes())
        .filteredOn(index -> !index.name().equals("byTime"))
        .extracting(Index::projection)
        .hasSize(3)
        .containsOnly("KEYS_ONLY");
  }

  private static Index index(String name) {
    return TABLES.get("RatingsTable").indexes().stream()
        .filter(index -> index.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, TableResource> tables() {
    var tables = new HashMap<String, TableResource>();
    TemplateReader.read(
            Path.of("..", "..", "template.yaml"),
            Map.of("JwtIssuer", "https://issuer.example.com"),
            Locations.unknown())
        .tables()
        .forEach(table -> tables.put(table.id(), table));
    return tables;
  }

  private static Map<String, AttributeValue> listed() {
    var followUp =
        Map.of(
            RatingItem.FOLLOW_UP_STATE, AttributeValue.fromS("open"),
            RatingItem.FOLLOW_UP_BY, AttributeValue.fromS("m-1"),
            RatingItem.FOLLOW_UP_AT, AttributeValue.fromN("1"));
    var item = new HashMap<String, AttributeValue>();
    item.put(RatingItem.SCALE, AttributeValue.fromS("stars5"));
    item.put(RatingItem.SOURCE, AttributeValue.fromS("widget"));
    item.put(RatingItem.CHANNEL, AttributeValue.fromS("website"));
    item.put(RatingItem.LINE, AttributeValue.fromS("help-center"));
    item.put(RatingItem.ID, AttributeValue.fromS("c-1"));
    item.put(RatingItem.SCORE, AttributeValue.fromN("4"));
    item.put(RatingItem.RECORDED_AT, AttributeValue.fromN("1"));
    item.put(RatingItem.SUSPECT, AttributeValue.fromBool(false));
    item.put(RatingItem.FOLLOW_UP, AttributeValue.fromM(followUp));
    return item;
  }

  /** An item that knows which of its attributes it was asked for. */
  private static final class ReadItem extends AbstractMap<String, AttributeValue> {
    private final Map<String, AttributeValue> item;
    private final Set<String> read = new HashSet<>();

    ReadItem(Map<String, AttributeValue> item) {
      this.item = item;
    }

    Set<String> read() {
      return read;
    }

    @Override
    public AttributeValue get(Object name) {
      read.add(name.toString());
      return item.get(name);
    }

    @Override
    public boolean containsKey(Object name) {
      read.add(name.toString());
      return item.containsKey(name);
    }

    @Override
    public Set<Entry<String, AttributeValue>> entrySet() {
      return item.entrySet();
    }
  }
}
