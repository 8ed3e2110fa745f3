package ratings.domain.export;

import java.util.List;
import java.util.SortedMap;
import ratings.domain.Unavailable;

/**
 * Writes the files of exports. Nobody sees a file before it is complete.
 *
 * <p>All methods throw {@link Unavailable} if the store would not have it.
 */
public interface ExportFiles {

  /** Begins a file at a key. */
  Upload begin(String key, Format format);

  /**
   * Uploads one part, or uploads it again.
   *
   * @param number from 1
   * @return what the store calls these bytes
   */
  String put(Upload upload, int number, PartBuffer part);

  /** What was uploaded so far, by number. */
  SortedMap<Integer, String> parts(Upload upload);

  /**
   * Puts aside what is no full part yet, in place of what was put aside before.
   *
   * @return what the store calls these bytes
   */
  String putAside(Upload upload, PartBuffer rest);

  /**
   * Appends to a part what was put aside.
   *
   * @param tag what the store called it
   * @return whether that is what is there; otherwise the part is left as it is
   */
  boolean takeUp(Upload upload, String tag, PartBuffer part);

  /**
   * Puts the parts together, and forgets what was put aside.
   *
   * @param tags of all parts in their order; others than the store has are an error
   */
  void complete(Upload upload, List<String> tags);

  /**
   * Forgets the parts of a file that nobody will complete, what was put aside, and the file where
   * somebody has completed it.
   */
  void discard(Upload upload);
}
