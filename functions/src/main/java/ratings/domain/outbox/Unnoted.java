package ratings.domain.outbox;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What was published here, and could not be noted: as long as one remembers it, it is not published
 * again and again. The oldest of too much is forgotten, and told once more under the same id.
 */
final class Unnoted {
  /** Far more than a stream hands over before it goes on. */
  private static final int MOST = 1_000;

  private final Set<String> ids = new LinkedHashSet<>();

  void add(String id) {
    ids.add(id);
    if (ids.size() > MOST) {
      ids.remove(ids.iterator().next());
    }
  }

  boolean contains(String id) {
    return ids.contains(id);
  }

  void remove(String id) {
    ids.remove(id);
  }
}
