package ratings.aws;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import ratings.domain.Unavailable;
import ratings.domain.settings.BotLines;
import ratings.domain.settings.Condition;
import ratings.domain.settings.Line;
import ratings.domain.settings.Lines;
import ratings.domain.settings.Settings;
import ratings.domain.settings.Widgets;
import ratings.domain.settings.Workspaces;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Settings in DynamoDB, read consistently. A change reads, judges its condition, and writes only
 * over what it has read; where somebody was quicker it begins anew.
 */
public final class DynamoSettings implements Workspaces, Lines, Widgets, BotLines {
  private static final int MOST_RACES = 20;

  private final DynamoDbClient dynamo;
  private final String table;
  private final Retries retries;

  public DynamoSettings(DynamoDbClient dynamo, String table, Retries retries) {
    this.dynamo = dynamo;
    this.table = table;
    this.retries = retries;
  }

  @Override
  public Optional<Line> find(String widgetId) {
    return WidgetClaimItem.workspace(get(WidgetClaimItem.key(widgetId)))
        .flatMap(workspace -> find(workspace, widgetId))
        .filter(Line::isWidget);
  }

  @Override
  public Optional<Line> find(String workspace, String line) {
    return line(workspace, line).map(own -> line(workspace, line, own));
  }

  @Override
  public Line ofBot(String workspace, String botId) {
    return line(workspace, botId, line(workspace, botId).orElseGet(Settings::none));
  }

  private Line line(String workspace, String line, Settings own) {
    var item = get(WorkspaceItem.key(workspace));
    return new Line(
        workspace, line, WorkspaceItem.shards(item), own.over(WorkspaceItem.settings(item)));
  }

  @Override
  public Settings settings(String workspace) {
    return WorkspaceItem.settings(get(WorkspaceItem.key(workspace)));
  }

  @Override
  public Optional<Settings> line(String workspace, String line) {
    return SettingsItem.settings(get(LineItem.key(workspace, line)));
  }

  @Override
  public SortedMap<String, Settings> lines(String workspace) {
    var lines = new TreeMap<String, Settings>();
    for (var item : new Partition(dynamo, table, retries).items(LineItem.partition(workspace))) {
      lines.put(LineItem.id(item), SettingsItem.settings(item).orElseThrow());
    }
    return lines;
  }

  @Override
  public Written put(String workspace, Settings settings, Condition condition) {
    var key = WorkspaceItem.key(workspace);
    return settle(
        key,
        stored ->
            condition.holds(Optional.of(WorkspaceItem.settings(stored)))
                ? write(
                    settings,
                    Written.REPLACED,
                    () -> dynamo.updateItem(SettingsItem.update(table, key, settings, stored)))
                : Optional.of(Written.CHANGED_MEANWHILE));
  }

  @Override
  public Written put(String workspace, String line, Settings settings, Condition condition) {
    return settle(
        LineItem.key(workspace, line),
        stored ->
            condition.holds(SettingsItem.settings(stored))
                ? write(
                    settings,
                    stored.isEmpty() ? Written.CREATED : Written.REPLACED,
                    () ->
                        dynamo.transactWriteItems(
                            t ->
                                t.transactItems(
                                    LineItem.writes(table, workspace, line, settings, stored))))
                : Optional.of(Written.CHANGED_MEANWHILE));
  }

  @Override
  public Removed remove(String workspace, String line, Condition condition) {
    var key = LineItem.key(workspace, line);
    return settle(
        key,
        stored -> {
          if (stored.isEmpty()) {
            return Optional.of(Removed.UNKNOWN);
          }
          return condition.holds(SettingsItem.settings(stored))
              ? delete(key, stored)
              : Optional.of(Removed.CHANGED_MEANWHILE);
        });
  }

  /**
   * Reads and tries until nobody else writes in between.
   *
   * @param attempt what came of it, or nothing where somebody was quicker
   */
  private <T> T settle(
      Map<String, AttributeValue> key, Function<Map<String, AttributeValue>, Optional<T>> attempt) {
    for (int i = 0; i < MOST_RACES; i++) {
      var outcome = attempt.apply(get(key));
      if (outcome.isPresent()) {
        return outcome.get();
      }
    }
    throw new Unavailable("the settings change faster than they can be written", null);
  }

  /** Writes; what is there already was written by a try of ours whose answer was lost. */
  private Optional<Written> write(Settings settings, Written written, Supplier<?> call) {
    try {
      retries.call(call);
      return Optional.of(written);
    } catch (ConditionalCheckFailedException refused) {
      return SettingsItem.holds(refused.item(), settings) ? Optional.of(written) : Optional.empty();
    } catch (TransactionCanceledException refused) {
      return refusal(refused, settings, written);
    }
  }

  private static Optional<Written> refusal(
      TransactionCanceledException refused, Settings settings, Written written) {
    var reasons = refused.cancellationReasons();
    if (reasons.size() > 1 && reasons.get(1).code().equals(Retries.CONDITION_FAILED)) {
      return Optional.of(Written.WIDGET_TAKEN);
    }
    return SettingsItem.holds(reasons.getFirst().item(), settings)
        ? Optional.of(written)
        : Optional.empty();
  }

  /** Deletes; what is gone already was deleted by somebody, perhaps by a try of ours. */
  private Optional<Removed> delete(
      Map<String, AttributeValue> key, Map<String, AttributeValue> stored) {
    try {
      retries.call(() -> dynamo.deleteItem(SettingsItem.delete(table, key, stored)));
      return Optional.of(Removed.REMOVED);
    } catch (ConditionalCheckFailedException refused) {
      return refused.item().isEmpty() ? Optional.of(Removed.REMOVED) : Optional.empty();
    }
  }

  private Map<String, AttributeValue> get(Map<String, AttributeValue> key) {
    return retries.call(
        () -> dynamo.getItem(get -> get.tableName(table).key(key).consistentRead(true)).item());
  }
}
