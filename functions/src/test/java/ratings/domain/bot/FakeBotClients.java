package ratings.domain.bot;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Bots' clients in memory, one change at a time. */
public final class FakeBotClients implements BotClients, Credentials {
  private final Map<String, Credential> credentials = new TreeMap<>();

  @Override
  public synchronized Put put(BotClient client, ClientSecret secret) {
    var there = of(client.id());
    if (there.filter(it -> !isOf(client.workspace(), client.botId(), it)).isPresent()) {
      return Put.TAKEN;
    }
    var secrets = there.map(Credential::secrets).orElse(List.of(secret));
    credentials.put(client.id(), new Credential(client, secrets));
    return there.isPresent() ? Put.REPLACED : Put.CREATED;
  }

  @Override
  public synchronized Optional<BotClient> find(String workspace, String botId, String id) {
    return ours(workspace, botId, id).map(Credential::client);
  }

  @Override
  public synchronized boolean remove(String workspace, String botId, String id) {
    return ours(workspace, botId, id).map(_ -> credentials.remove(id)).isPresent();
  }

  @Override
  public synchronized boolean rotate(
      String workspace, String botId, String id, ClientSecret newest) {
    var rotated =
        ours(workspace, botId, id)
            .map(it -> new Credential(it.client(), List.of(newest, it.secrets().getFirst())));
    rotated.ifPresent(it -> credentials.put(id, it));
    return rotated.isPresent();
  }

  @Override
  public synchronized Optional<Credential> of(String clientId) {
    return Optional.ofNullable(credentials.get(clientId));
  }

  @Override
  public synchronized boolean hasBot(String workspace, String botId) {
    return credentials.values().stream().anyMatch(it -> isOf(workspace, botId, it));
  }

  private Optional<Credential> ours(String workspace, String botId, String id) {
    return of(id).filter(it -> isOf(workspace, botId, it));
  }

  private static boolean isOf(String workspace, String botId, Credential credential) {
    return Stream.of(credential.client())
        .anyMatch(it -> it.workspace().equals(workspace) && it.botId().equals(botId));
  }
}
