package ratings.domain.notification;

import java.util.List;
import java.util.Optional;

/**
 * Some of the entries that a query finds.
 *
 * @param entries few or none where much had to be looked at to find them
 * @param next where to go on; nothing once every entry was seen
 */
public record AlertPage(List<LoggedAlert> entries, Optional<String> next) {
  public AlertPage {
    entries = List.copyOf(entries);
  }
}
