package ratings.domain.notification;

import java.util.Optional;

/**
 * Which entries of a workspace's log a page is to hold, newest first.
 *
 * @param limit most entries of the page, at least 1
 * @param from the entry where the page before it ended
 */
public record AlertQuery(String workspace, AlertFilter filter, int limit, Optional<String> from) {

  public AlertQuery from(Optional<String> entry) {
    return new AlertQuery(workspace, filter, limit, entry);
  }
}
