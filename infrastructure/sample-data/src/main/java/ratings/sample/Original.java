package ratings.sample;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import ratings.domain.conversation.ConversationId;
import ratings.domain.document.Timestamp;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A conversation that was stored as the system stores it, to be copied.
 *
 * @param id of the conversation, which is not part of any other text of the item
 */
record Original(String id, Map<String, AttributeValue> item) {
  /** When all of it happened. */
  static final Instant THEN = Instant.parse("2001-01-01T01:01:01.001Z");

  Original {
    item = Map.copyOf(item);
  }

  /** Reads one that was stored, and takes it out of the table. */
  static Original taken(DynamoDbClient dynamo, String table, ConversationId conversation) {
    var key =
        Map.of(
            "pk",
            AttributeValue.fromS("w#" + conversation.workspace() + "#C#" + conversation.id()),
            "sk",
            AttributeValue.fromS("RATING"));
    var item = dynamo.getItem(get -> get.tableName(table).key(key).consistentRead(true)).item();
    dynamo.deleteItem(delete -> delete.tableName(table).key(key));
    return new Original(conversation.id(), item);
  }

  /** The same conversation by another id and at another time. */
  Map<String, AttributeValue> copy(String other, Instant at) {
    UnaryOperator<String> changed =
        text ->
            text.replace(id, other)
                .replace(Timestamp.format(THEN), Timestamp.format(at))
                .replace("" + THEN.toEpochMilli(), "" + at.toEpochMilli());
    var copy = new HashMap<String, AttributeValue>();
    item.forEach((name, value) -> copy.put(name, changed(value, changed)));
    return copy;
  }

  private static AttributeValue changed(AttributeValue value, UnaryOperator<String> change) {
    return switch (value.type()) {
      case S -> AttributeValue.fromS(change.apply(value.s()));
      case N -> AttributeValue.fromN(change.apply(value.n()));
      default -> value;
    };
  }
}
