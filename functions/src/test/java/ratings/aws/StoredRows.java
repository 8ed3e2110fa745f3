package ratings.aws;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ratings.domain.conversation.ConversationId;
import ratings.domain.rating.list.FollowUp;
import ratings.domain.rating.list.ListedRating;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Puts rows into a table as items of conversations, keys of every index and all.
 *
 * @param shards keys over which they are spread by time
 */
record StoredRows(LocalTable table, int shards) {
  private static final int BATCH = 25;

  void put(String workspace, List<ListedRating> rows) {
    for (int from = 0; from < rows.size(); from += BATCH) {
      var writes =
          rows.subList(from, Math.min(from + BATCH, rows.size())).stream()
              .map(row -> item(workspace, row))
              .map(item -> WriteRequest.builder().putRequest(put -> put.item(item)).build())
              .toList();
      table.dynamo().batchWriteItem(batch -> batch.requestItems(Map.of(table.name(), writes)));
    }
    putShards(workspace);
  }

  private void putShards(String workspace) {
    var item = new HashMap<>(WorkspaceItem.key(workspace));
    item.put(WorkspaceItem.SHARDS, Attributes.number(shards));
    table.dynamo().putItem(put -> put.tableName(table.name()).item(item));
  }

  private Map<String, AttributeValue> item(String workspace, ListedRating row) {
    var conversation = new ConversationId(workspace, row.id());
    var item = new HashMap<>(RatingItem.key(conversation));
    var timeSort = Attributes.text(RatingItem.timeSort(row.recordedAt(), row.id()));
    item.put(
        RatingItem.TIME_PK, Attributes.text(Keys.time(workspace, Keys.shard(row.id(), shards))));
    item.put(RatingItem.TIME_SK, timeSort);
    row.userId().ifPresent(user -> item.put(RatingItem.USER_SK, timeSort));
    text(item, RatingItem.USER_PK, row.userId().map(user -> Keys.user(workspace, user)));
    text(
        item, RatingItem.TEAMMATE_PK, row.teammateId().map(mate -> Keys.teammate(workspace, mate)));
    facts(item, row);
    answer(item, row);
    return item;
  }

  private static void facts(Map<String, AttributeValue> item, ListedRating row) {
    text(item, RatingItem.ID, Optional.of(row.id()));
    text(item, RatingItem.LINE, Optional.of(row.lineId()));
    text(item, RatingItem.CHANNEL, Optional.of(row.channel()));
    text(item, RatingItem.SCALE, Optional.of(row.scale().code()));
    text(item, RatingItem.SOURCE, Optional.of(row.source().code()));
    text(item, RatingItem.MESSAGE_ID, row.messageId());
    text(item, RatingItem.SURVEY, row.survey());
    text(item, RatingItem.PROMPT, row.prompt());
    text(item, RatingItem.USER_ID, row.userId());
    text(item, RatingItem.USER_NAME, row.userName());
    text(item, RatingItem.BOT, row.botId());
    text(item, RatingItem.TEAMMATE_ID, row.teammateId());
    text(item, RatingItem.TEAMMATE_NAME, row.teammateName());
    text(item, RatingItem.TEAM, row.team());
    text(item, RatingItem.LANGUAGE, row.language());
    text(item, RatingItem.HISTORY, row.chatHistoryUrl());
    row.askedAt().ifPresent(at -> item.put(RatingItem.ASKED_AT, Attributes.time(at)));
  }

  private static void answer(Map<String, AttributeValue> item, ListedRating row) {
    item.put(RatingItem.SCORE, Attributes.number(row.answer().score()));
    item.put(RatingItem.RECORDED_AT, Attributes.time(row.recordedAt()));
    item.put(RatingItem.CHANGED_AT, Attributes.time(row.changedAt().orElse(row.recordedAt())));
    item.put(RatingItem.REASONS, Attributes.list(row.answer().reasons()));
    text(item, RatingItem.FEEDBACK, row.answer().feedback());
    row.answer()
        .resolved()
        .ifPresent(resolved -> item.put(RatingItem.RESOLVED, Attributes.flag(resolved)));
    row.followUp().ifPresent(f -> item.put(RatingItem.FOLLOW_UP, followUp(f)));
  }

  private static AttributeValue followUp(FollowUp followUp) {
    var map = new HashMap<String, AttributeValue>();
    text(map, RatingItem.FOLLOW_UP_STATE, Optional.of(followUp.state().code()));
    text(map, RatingItem.FOLLOW_UP_NOTE, followUp.note());
    text(map, RatingItem.FOLLOW_UP_BY, Optional.of(followUp.by()));
    map.put(RatingItem.FOLLOW_UP_AT, Attributes.time(followUp.at()));
    return AttributeValue.fromM(map);
  }

  private static void text(Map<String, AttributeValue> item, String name, Optional<String> value) {
    value.ifPresent(text -> item.put(name, Attributes.text(text)));
  }
}
