package ratings.domain.bot;

import java.util.List;
import java.util.Optional;

/** Clients of bots for tests, with the owners of the seed's sample. */
public record ABotClient(
    String workspace,
    String botId,
    String id,
    List<String> scopes,
    Optional<String> audience,
    Optional<Algorithm> algorithm) {
  public static final String BOT = "st-053cd130-f983-577a-8aad-2504aebd60b9";

  public static ABotClient named(String id) {
    return new ABotClient("acme", BOT, id, List.of("Metrics"), Optional.empty(), Optional.empty());
  }

  public ABotClient of(String otherWorkspace, String otherBot) {
    return new ABotClient(otherWorkspace, otherBot, id, scopes, audience, algorithm);
  }

  public ABotClient scopes(String... others) {
    return new ABotClient(workspace, botId, id, List.of(others), audience, algorithm);
  }

  public ABotClient audience(String only) {
    return new ABotClient(workspace, botId, id, scopes, Optional.of(only), algorithm);
  }

  public ABotClient algorithm(Algorithm only) {
    return new ABotClient(workspace, botId, id, scopes, audience, Optional.of(only));
  }

  public BotClient make() {
    return new BotClient(
        workspace,
        botId,
        id,
        "o-89b0abd5-19af-5017-a80a-6fc6bfc7a638",
        "60dbef1bc2f5c25106cdb57d",
        "u-f5d97fb8-8767-5b6c-a28d-09e9ac281e12",
        scopes,
        audience,
        algorithm);
  }
}
