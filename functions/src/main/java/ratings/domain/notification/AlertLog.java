package ratings.domain.notification;

import java.util.List;
import java.util.Optional;
import ratings.domain.Unavailable;

/**
 * The log of alerts: each low rating, and what became of it for whom. Each method throws {@link
 * Unavailable} if the store would not have it.
 */
public interface AlertLog {

  /**
   * Enters an alert, once however often it comes.
   *
   * @return what was noted of it before, which is all or nothing
   */
  List<Notified> enter(Announcement alert);

  /** Notes what became of an alert that was entered. */
  void note(Announcement alert, List<Notified> notified);

  /** Notes what became of an alert for a recipient in the end, instead of what is noted at once. */
  void settle(String workspace, String entry, String recipient, Fate end);

  /** The alert of an entry. */
  Optional<Announcement> find(String workspace, String entry);

  /** Entries, newest first. */
  AlertPage read(AlertQuery query);

  /** The newest entry of a line, if it is among the workspace's newest thousand or so. */
  default Optional<LoggedAlert> last(String workspace, String line) {
    var ofLine = AlertFilter.ofLine(line);
    return read(new AlertQuery(workspace, ofLine, 1, Optional.empty())).entries().stream()
        .findFirst();
  }
}
