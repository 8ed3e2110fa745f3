package ratings.domain.outbox;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Messages that are noted instead of sent; it can be down. */
public final class RecordedTopic<M> implements Topic<M> {
  private final List<M> published = Collections.synchronizedList(new ArrayList<>());
  private volatile boolean down;

  @Override
  public List<Outcome> publish(List<M> messages) {
    if (!down) {
      published.addAll(messages);
    }
    return Collections.nCopies(messages.size(), down ? Outcome.LATER : Outcome.SENT);
  }

  public void goDown() {
    down = true;
  }

  public void comeBack() {
    down = false;
  }

  public List<M> published() {
    return List.copyOf(published);
  }
}
