package ratings.local.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An {@code AWS::DynamoDB::Table}, named by its logical id.
 *
 * @param attributes type ({@code S}, {@code N}, {@code B}) by name of each attribute in a key
 * @param streamView what the stream shows; empty without a stream
 * @param expiryAttribute where time to live is on
 */
public record TableResource(
    String id,
    Map<String, String> attributes,
    Key key,
    List<Index> indexes,
    Optional<String> streamView,
    Optional<String> expiryAttribute) {
  public TableResource {
    attributes = Map.copyOf(attributes);
    indexes = List.copyOf(indexes);
  }

  /** Names of the attributes that make a key. */
  public record Key(String hash, Optional<String> range) {}

  /**
   * A global secondary index.
   *
   * @param projection {@code KEYS_ONLY}, {@code INCLUDE} or {@code ALL}
   * @param included attributes besides the keys, for {@code INCLUDE}
   */
  public record Index(String name, Key key, String projection, List<String> included) {
    public Index {
      included = List.copyOf(included);
    }
  }
}
