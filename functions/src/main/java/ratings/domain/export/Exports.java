package ratings.domain.export;

import java.util.List;
import java.util.Optional;
import ratings.domain.Unavailable;

/**
 * Keeps exports.
 *
 * <p>All methods throw {@link Unavailable} if the store would not have it.
 */
public interface Exports {

  /** Keeps a new one. */
  void add(Export export);

  /** One as it is now, or nothing where the workspace has none of that id. */
  Optional<Export> find(String workspace, String id);

  /** The newest of a workspace, newest first. */
  List<Export> newest(String workspace, int most);

  /**
   * Keeps the next version of one.
   *
   * @return whether it is kept, which it is not where somebody else was quicker
   */
  boolean replace(Export next);
}
