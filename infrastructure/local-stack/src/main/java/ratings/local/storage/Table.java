package ratings.local.storage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

/**
 * A table as the template describes it.
 *
 * @param attributes the type of every attribute that is part of a key
 * @param stream what the stream shows, empty without a stream
 * @param timeToLive the attribute with the second at which an item expires
 */
public record Table(
    String name,
    Map<String, ScalarAttributeType> attributes,
    Key key,
    List<Index> indexes,
    Optional<StreamViewType> stream,
    Optional<String> timeToLive) {

  public Table {
    attributes = Map.copyOf(attributes);
    indexes = List.copyOf(indexes);
    requireTyped(name, attributes, key);
    for (var index : indexes) {
      requireTyped(name + "." + index.name(), attributes, index.key());
    }
  }

  private static void requireTyped(
      String where, Map<String, ScalarAttributeType> attributes, Key key) {
    for (var attribute : key.attributes()) {
      if (!attributes.containsKey(attribute)) {
        throw new IllegalArgumentException(where + ": no type given for key " + attribute);
      }
    }
  }
}
