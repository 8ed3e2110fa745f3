package ratings.domain.notification;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import ratings.domain.Unavailable;

/** Endpoints that note what they are posted. */
public final class FakeHooks implements Hooks {
  private final Set<String> on = new HashSet<>();
  private final List<String> posted = new ArrayList<>();
  private boolean down;

  @Override
  public Set<String> on(String workspace) {
    return Set.copyOf(on);
  }

  @Override
  public void post(Recipient to, Announcement alert) {
    if (down) {
      throw new Unavailable("no queue", null);
    }
    posted.add(alert.conversation() + " to " + to.contact().endpoint());
  }

  public void open(Recipient recipient) {
    on.add(recipient.key());
  }

  public void goDown() {
    down = true;
  }

  public void comeBack() {
    down = false;
  }

  public List<String> posted() {
    return List.copyOf(posted);
  }
}
