package ratings.aws;

import java.util.Map;
import java.util.Optional;
import ratings.domain.settings.Settings;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The item of a workspace: what its lines fall back to, and over how many keys it spreads. */
final class WorkspaceItem {
  private static final String SORT = "SETTINGS";

  /** Keys by time of the workspace's ratings; only ever raised, and by an operator only. */
  static final String SHARDS = "shards";

  private WorkspaceItem() {}

  static Map<String, AttributeValue> key(String workspace) {
    return ofKey(Keys.workspace(workspace));
  }

  /** The key of a workspace whose own key is known. */
  static Map<String, AttributeValue> ofKey(String workspaceKey) {
    return Map.of(
        RatingItem.PK, Attributes.text(workspaceKey), RatingItem.SK, Attributes.text(SORT));
  }

  static Settings settings(Map<String, AttributeValue> item) {
    return SettingsItem.settings(item).orElseGet(Settings::none);
  }

  static int shards(Map<String, AttributeValue> item) {
    return Optional.ofNullable(item.get(SHARDS))
        .map(shards -> Integer.parseInt(shards.n()))
        .orElse(1);
  }
}
