package ratings.aws;

import static ratings.aws.Attributes.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ratings.domain.bot.BotClient;
import ratings.domain.bot.ClientSecret;
import ratings.domain.bot.Credentials.Credential;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The vault's item of a bot's client: all of {@link BotClientItem}, with its secrets. All are under
 * one key, so that a policy can name it, and each under its client's id alone, so that no two have
 * the same.
 */
final class CredentialItem {
  static final String PARTITION = "secret#clients";

  private CredentialItem() {}

  static Map<String, AttributeValue> key(String clientId) {
    return Map.of(RatingItem.PK, text(PARTITION), RatingItem.SK, text(Keys.id(clientId)));
  }

  static Map<String, AttributeValue> first(BotClient client, ClientSecret secret) {
    var item = new HashMap<>(key(client.id()));
    item.putAll(BotClientItem.attributes(client));
    item.putAll(VaultSecrets.first(secret.bytes()));
    return item;
  }

  /** The client, unless the item is not there. */
  static Optional<Credential> credential(Map<String, AttributeValue> item) {
    return Optional.of(item)
        .filter(it -> it.containsKey(BotClientItem.CLIENT))
        .map(it -> new Credential(BotClientItem.of(it), secrets(it)));
  }

  private static List<ClientSecret> secrets(Map<String, AttributeValue> item) {
    return VaultSecrets.of(item).stream().map(ClientSecret::of).toList();
  }
}
