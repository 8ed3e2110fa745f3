package ratings.aws;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import ratings.domain.conversation.Closed;
import ratings.domain.conversation.ConversationId;
import ratings.domain.conversation.RequestToRate;
import ratings.domain.rating.Standing;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** The conditional write of what became of a request, over the state that was judged only. */
final class PassageWrite {
  private final Update update = new Update();

  private PassageWrite() {}

  /**
   * Stores how a request's passage went on.
   *
   * @param seen the item that was judged
   * @param next how the conversation is to stand
   */
  static UpdateItemRequest.Builder of(
      ConversationId conversation, Map<String, AttributeValue> seen, Standing next) {
    var passage = next.closed().flatMap(Closed::request).map(RequestToRate::passage).orElseThrow();
    var write = new PassageWrite();
    write.time(RatingItem.DELIVERED_AT, passage.deliveredAt());
    write.time(RatingItem.SHOWN_AT, passage.shownAt());
    write.time(RatingItem.ASKED_AT, next.askedAt());
    write.text(RatingItem.FAILURE, passage.failure());
    if (passage.failure().isPresent()) {
      write.update.remove(RatingItem.TO_SEND, RatingItem.QUEUED);
    }
    write.update.count(RatingItem.VERSION);
    var condition = RatingItem.isAsSeen(seen, write.update);
    return write
        .update
        .request()
        .key(RatingItem.key(conversation))
        .conditionExpression(condition)
        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
  }

  private void time(String attribute, Optional<Instant> time) {
    set(attribute, time.map(Attributes::time));
  }

  private void text(String attribute, Optional<String> text) {
    set(attribute, text.map(Attributes::text));
  }

  private void set(String attribute, Optional<AttributeValue> value) {
    value.ifPresentOrElse(it -> update.set(attribute, it), () -> update.remove(attribute));
  }
}
