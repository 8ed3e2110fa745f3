package ratings.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ratings.local.template.Locations;
import ratings.local.template.TableResource;
import ratings.local.template.TableResource.Index;
import ratings.local.template.TemplateReader;

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
  void theIndexByTimeHasAllThatTheListShows() {
    assertThat(index("byTime").projection()).isEqualTo("ALL");
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
}
