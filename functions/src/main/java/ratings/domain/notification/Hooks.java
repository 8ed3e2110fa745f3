package ratings.domain.notification;

import java.util.Set;
import ratings.domain.Unavailable;

/** Recipients' endpoints. Each method throws {@link Unavailable} if it cannot. */
public interface Hooks {

  /** Keys of those of a workspace that have not said that they are gone. */
  Set<String> on(String workspace);

  /** Puts an alert on its way to one, where it is tried for about a day. */
  void post(Recipient to, Announcement alert);
}
