package ratings.aws;

import java.util.HashMap;
import ratings.domain.conversation.ConversationId;
import ratings.domain.rating.list.FollowUp;
import ratings.domain.rating.list.FollowUps;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** What is done about a rating, in its own item in DynamoDB. */
public final class DynamoFollowUps implements FollowUps {
  private final DynamoDbClient dynamo;
  private final String table;
  private final Retries retries;

  public DynamoFollowUps(DynamoDbClient dynamo, String table, Retries retries) {
    this.dynamo = dynamo;
    this.table = table;
    this.retries = retries;
  }

  @Override
  public boolean put(ConversationId conversation, FollowUp followUp) {
    var update = new Update().set(RatingItem.FOLLOW_UP, map(followUp));
    var rated = update.exists(RatingItem.RECORDED_AT);
    var request =
        update
            .request()
            .tableName(table)
            .key(RatingItem.key(conversation))
            .conditionExpression(rated)
            .build();
    try {
      retries.call(() -> dynamo.updateItem(request));
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    }
  }

  private static AttributeValue map(FollowUp followUp) {
    var map = new HashMap<String, AttributeValue>();
    map.put(RatingItem.FOLLOW_UP_STATE, Attributes.text(followUp.state().code()));
    followUp.note().ifPresent(note -> map.put(RatingItem.FOLLOW_UP_NOTE, Attributes.text(note)));
    map.put(RatingItem.FOLLOW_UP_BY, Attributes.text(followUp.by()));
    map.put(RatingItem.FOLLOW_UP_AT, Attributes.time(followUp.at()));
    return AttributeValue.fromM(map);
  }
}
