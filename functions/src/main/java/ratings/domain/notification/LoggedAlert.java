package ratings.domain.notification;

import java.util.List;

/** An entry of the alert log: a low rating, and who was told of it. */
public record LoggedAlert(Announcement announcement, List<Notified> notified) {
  public LoggedAlert {
    notified = List.copyOf(notified);
  }

  public boolean has(Notified.Outcome outcome) {
    return notified.stream().anyMatch(it -> it.outcome() == outcome);
  }
}
