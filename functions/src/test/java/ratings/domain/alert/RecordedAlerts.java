package ratings.domain.alert;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Alerts that are noted instead of sent; it can be down. */
public final class RecordedAlerts implements Alerts {
  private final List<Alert> published = Collections.synchronizedList(new ArrayList<>());
  private volatile boolean down;

  @Override
  public List<Outcome> publish(List<Alert> alerts) {
    if (!down) {
      published.addAll(alerts);
    }
    return Collections.nCopies(alerts.size(), down ? Outcome.LATER : Outcome.SENT);
  }

  public void goDown() {
    down = true;
  }

  public void comeBack() {
    down = false;
  }

  public List<Alert> published() {
    return List.copyOf(published);
  }
}
