package ratings.domain.export;

import java.util.List;
import java.util.Optional;
import ratings.domain.document.Fingerprint;
import ratings.domain.rating.list.Position;

/**
 * Where the next run goes on: behind a page.
 *
 * @param parts that are uploaded, numbered from 1
 * @param tags fingerprint of what the store calls them: a run that was given up may still change
 *     one
 * @param rest the part that was not full yet and is put aside
 * @param from behind the last row of all that
 */
public record Checkpoint(
    int parts, String tags, Optional<Rest> rest, Position from, Progress progress) {

  /** Behind parts that are uploaded, and a rest. */
  static Checkpoint behind(
      List<String> tags, Optional<Rest> rest, Position from, Progress progress) {
    return new Checkpoint(tags.size(), Fingerprint.of(tags), rest, from, progress);
  }

  /** Whether these are the parts that were there. */
  boolean isBehind(List<String> found) {
    return found.size() == parts && Fingerprint.of(found).equals(tags);
  }
}
