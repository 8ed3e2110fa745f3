package ratings.domain.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Webhooks in memory. */
public class FakeWebhooks implements Webhooks {
  private final Map<List<String>, Webhook> webhooks =
      new TreeMap<>((one, other) -> one.toString().compareTo(other.toString()));
  private final Map<List<String>, List<Secret>> secrets =
      new TreeMap<>((one, other) -> one.toString().compareTo(other.toString()));

  @Override
  public List<Webhook> of(String workspace) {
    return webhooks.values().stream().filter(it -> it.workspace().equals(workspace)).toList();
  }

  @Override
  public Optional<Webhook> find(String workspace, String id) {
    return Optional.ofNullable(webhooks.get(List.of(workspace, id)));
  }

  @Override
  public boolean put(Webhook webhook, Secret secret) {
    var key = List.of(webhook.workspace(), webhook.id());
    secrets.putIfAbsent(key, List.of(secret));
    return webhooks.put(key, webhook) == null;
  }

  @Override
  public boolean remove(String workspace, String id) {
    secrets.remove(List.of(workspace, id));
    return webhooks.remove(List.of(workspace, id)) != null;
  }

  @Override
  public List<Secret> secrets(String workspace, String id) {
    return secrets.getOrDefault(List.of(workspace, id), List.of());
  }

  @Override
  public boolean rotate(String workspace, String id, Secret newest) {
    return secrets.computeIfPresent(
            List.of(workspace, id),
            (_, before) -> Stream.concat(Stream.of(newest), before.stream()).limit(2).toList())
        != null;
  }

  @Override
  public void switchOff(Webhook read, Instant now) {
    webhooks.computeIfPresent(
        List.of(read.workspace(), read.id()),
        (_, stored) ->
            stored.endpoint().equals(read.endpoint())
                ? new Webhook(
                    stored.workspace(),
                    stored.id(),
                    stored.endpoint(),
                    stored.events(),
                    stored.channels(),
                    stored.lines(),
                    stored.changedAt(),
                    Optional.of(now))
                : stored);
  }
}
