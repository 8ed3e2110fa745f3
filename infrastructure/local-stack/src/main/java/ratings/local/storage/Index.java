package ratings.local.storage;

import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;

/**
 * A global secondary index.
 *
 * @param included what is projected besides the keys, for {@link ProjectionType#INCLUDE} only
 */
public record Index(String name, Key key, ProjectionType projection, List<String> included) {

  public Index {
    included = List.copyOf(included);
    if (included.isEmpty() == (projection == ProjectionType.INCLUDE)) {
      throw new IllegalArgumentException(
          name + ": " + projection + " does not go with " + included.size() + " attributes");
    }
  }
}
