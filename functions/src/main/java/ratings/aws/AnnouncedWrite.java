package ratings.aws;

import java.time.Instant;
import java.util.Map;
import ratings.domain.conversation.Windows;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** The writes that end the waiting of a notice: each only while it waits. */
final class AnnouncedWrite {
  private AnnouncedWrite() {}

  /**
   * Notes that it was announced, and lets the conversation wait for its windows again.
   *
   * @param end of the last of them
   */
  static UpdateItemRequest.Builder announced(
      Map<String, AttributeValue> key, Instant end, Instant now) {
    var update = new Update().set(RatingItem.NOTIFY, Attributes.time(now));
    if (end.equals(Windows.OPEN)) {
      update.remove(RatingItem.DUE_PK, RatingItem.DUE_SK);
    } else {
      update.set(RatingItem.DUE_SK, Attributes.text(RatingItem.dueSort(end)));
    }
    return request(update, key);
  }

  /** Stops its waiting; when the schedule looks at it, it is as if it had been announced. */
  static UpdateItemRequest.Builder abandoned(Map<String, AttributeValue> key, Instant now) {
    return request(new Update().set(RatingItem.NOTIFY, Attributes.time(now)), key);
  }

  private static UpdateItemRequest.Builder request(Update update, Map<String, AttributeValue> key) {
    var waits = update.isText(RatingItem.NOTIFY);
    return update.request().key(key).conditionExpression(waits);
  }
}
