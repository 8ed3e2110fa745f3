package ratings.domain.notification;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Recipients in memory. */
public final class FakeRecipients implements Recipients {
  private final Map<String, Recipient> recipients = new ConcurrentHashMap<>();

  @Override
  public List<Recipient> of(String workspace) {
    return recipients.values().stream().filter(it -> it.workspace().equals(workspace)).toList();
  }

  @Override
  public boolean add(Recipient recipient) {
    return recipients.putIfAbsent(recipient.id(), recipient) == null;
  }

  @Override
  public boolean remove(String workspace, String id) {
    return of(workspace).stream().anyMatch(it -> it.id().equals(id))
        && recipients.remove(id) != null;
  }
}
