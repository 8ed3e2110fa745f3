package ratings.domain.export;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
   * @throws Superseded if the upload is gone
   */
  String put(Upload upload, int number, PartBuffer part);

  /** What was uploaded so far, by number; nothing, not even no parts, where the upload is gone. */
  Optional<SortedMap<Integer, String>> parts(Upload upload);

  /** Puts aside what is no full part yet, for one attempt at a file. */
  Rest putAside(Upload upload, int attempt, PartBuffer rest);

  /**
   * Appends to a part what was put aside.
   *
   * @return whether it is still there as it was; otherwise the part is left as it is
   */
  boolean takeUp(Rest rest, PartBuffer part);

  /** Forgets what was put aside. */
  void forget(Rest rest);

  /** Forgets all that was put aside for a file, by whatever attempt. */
  void forgetRests(Upload upload);

  /**
   * Puts the parts together, which takes the longer the more they are.
   *
   * @param tags of all parts in their order
   * @param patience how long it may take
   * @throws Superseded if the upload is gone and the file not there, or has other parts
   */
  void complete(Upload upload, List<String> tags, Duration patience);

  /** Whether the file is there, and so complete, whether or not anybody was told. */
  boolean isComplete(Upload upload);

  /**
   * Forgets the parts of a file that nobody will complete, what was put aside, and the file where
   * somebody has completed it.
   */
  void discard(Upload upload);
}
