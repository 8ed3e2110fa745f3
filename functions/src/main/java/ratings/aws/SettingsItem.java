package ratings.aws;

import java.util.Map;
import java.util.Optional;
import ratings.domain.settings.Settings;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * How an item carries the settings of a level: as a map, with the version that says whether it is
 * still what was read. Whatever changes one hands back the item as it was where it is not.
 */
final class SettingsItem {
  private static final String SETTINGS = "settings";
  private static final String VERSION = "version";
  private static final ReturnValuesOnConditionCheckFailure AS_IT_WAS =
      ReturnValuesOnConditionCheckFailure.ALL_OLD;

  private SettingsItem() {}

  /** The settings, where the item has any. */
  static Optional<Settings> settings(Map<String, AttributeValue> item) {
    return Optional.ofNullable(item.get(SETTINGS))
        .map(stored -> Settings.stored(Documents.plain(stored.m())));
  }

  /** Whether the item holds just these settings. */
  static boolean holds(Map<String, AttributeValue> item, Settings settings) {
    return settings(item).map(Settings::version).filter(settings.version()::equals).isPresent();
  }

  static Map<String, AttributeValue> attributes(Settings settings) {
    return Map.of(
        SETTINGS,
        Documents.attribute(settings.own()),
        VERSION,
        Attributes.text(settings.version()));
  }

  /** Sets the settings of an item that is as it was read, and nothing else of it. */
  static UpdateItemRequest update(
      String table,
      Map<String, AttributeValue> key,
      Settings settings,
      Map<String, AttributeValue> read) {
    var update = new Update();
    attributes(settings).forEach((name, value) -> update.set(name, value));
    var unchanged =
        read.containsKey(VERSION)
            ? update.name(VERSION) + " = " + update.value("read", read.get(VERSION))
            : update.missing(VERSION);
    return update
        .request()
        .tableName(table)
        .key(key)
        .conditionExpression(unchanged)
        .returnValuesOnConditionCheckFailure(AS_IT_WAS)
        .build();
  }

  /** Puts an item over the one that was read, or where there was none. */
  static Put put(String table, Map<String, AttributeValue> item, Map<String, AttributeValue> read) {
    return Put.builder()
        .tableName(table)
        .item(item)
        .conditionExpression(unchanged(read))
        .expressionAttributeNames(Map.of("#version", VERSION))
        .expressionAttributeValues(version(read))
        .returnValuesOnConditionCheckFailure(AS_IT_WAS)
        .build();
  }

  static DeleteItemRequest delete(
      String table, Map<String, AttributeValue> key, Map<String, AttributeValue> read) {
    return DeleteItemRequest.builder()
        .tableName(table)
        .key(key)
        .conditionExpression(unchanged(read))
        .expressionAttributeNames(Map.of("#version", VERSION))
        .expressionAttributeValues(version(read))
        .returnValuesOnConditionCheckFailure(AS_IT_WAS)
        .build();
  }

  private static String unchanged(Map<String, AttributeValue> read) {
    return read.containsKey(VERSION) ? "#version = :read" : "attribute_not_exists(#version)";
  }

  /** The SDK leaves out what is null; DynamoDB refuses an empty map. */
  private static Map<String, AttributeValue> version(Map<String, AttributeValue> read) {
    return read.containsKey(VERSION) ? Map.of(":read", read.get(VERSION)) : null;
  }
}
