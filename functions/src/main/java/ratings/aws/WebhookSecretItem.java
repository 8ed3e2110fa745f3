package ratings.aws;

import static ratings.aws.Attributes.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ratings.domain.webhook.Secret;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The vault's item of a webhook's secrets. All are under one key, so that a policy can name it. */
final class WebhookSecretItem {
  static final String PARTITION = "secret#webhooks";

  private WebhookSecretItem() {}

  /** Ids are encoded, so none holds the sign between them. */
  static Map<String, AttributeValue> key(String workspace, String id) {
    return Map.of(
        RatingItem.PK,
        text(PARTITION),
        RatingItem.SK,
        text(Keys.id(workspace) + "#" + Keys.id(id)));
  }

  static Map<String, AttributeValue> first(String workspace, String id, Secret secret) {
    var item = new HashMap<>(key(workspace, id));
    item.putAll(VaultSecrets.first(secret.bytes()));
    return item;
  }

  /** The secrets, newest first; none where the item does not exist. */
  static List<Secret> secrets(Map<String, AttributeValue> item) {
    return VaultSecrets.of(item).stream().map(Secret::of).toList();
  }
}
