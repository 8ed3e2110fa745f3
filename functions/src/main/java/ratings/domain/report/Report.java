package ratings.domain.report;

import java.util.List;
import java.util.Optional;

/**
 * What a report tells.
 *
 * @param previous the same number of days before, under the same filter
 * @param groups what the total is divided into: every day, in their order; of anything else what
 *     there was, by its key, those last that had none
 */
public record Report(Group total, Group previous, List<Part> groups) {
  public Report {
    groups = List.copyOf(groups);
  }

  /**
   * @param key id of what it is about; nothing where conversations had no such thing
   * @param name of the teammate it is about, as last seen
   */
  public record Part(Optional<String> key, Optional<String> name, Group group) {}
}
