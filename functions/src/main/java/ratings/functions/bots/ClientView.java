package ratings.functions.bots;

import java.util.LinkedHashMap;
import java.util.Map;
import ratings.domain.bot.BotClient;
import ratings.domain.bot.ClientSecret;

/** A bot's client on the wire. */
final class ClientView {
  private ClientView() {}

  static Map<String, Object> of(BotClient client) {
    var view = named(client);
    view.put("orgId", client.orgId());
    view.put("accountId", client.accountId());
    view.put("userId", client.userId());
    view.put("audience", client.audience());
    view.put("algorithm", client.algorithm());
    return view;
  }

  /** The only view that shows the secret. */
  static Map<String, Object> ofNew(BotClient client, ClientSecret secret) {
    var view = named(client);
    view.put("secret", secret.shown());
    return view;
  }

  private static Map<String, Object> named(BotClient client) {
    var view = new LinkedHashMap<String, Object>();
    view.put("clientId", client.id());
    view.put("botId", client.botId());
    view.put("scopes", client.scopes());
    return view;
  }
}
