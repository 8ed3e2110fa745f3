package ratings.aws;

import static ratings.aws.Attributes.string;

import java.util.Map;
import java.util.Optional;
import ratings.domain.conversation.ConversationId;
import ratings.domain.conversation.People;
import ratings.domain.outbox.Sending;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A conversation's item as a request that is to be sent. */
final class SendingItem {
  private SendingItem() {}

  /** Whether a request waits there to be sent. */
  static boolean waits(Map<String, AttributeValue> item) {
    return workspace(item).isPresent();
  }

  /** Whether a reminder of it is on its way. */
  static boolean isQueued(Map<String, AttributeValue> item) {
    return !item.containsKey(RatingItem.TO_SEND);
  }

  static Sending sending(Map<String, AttributeValue> item) {
    var closed = RatingItem.standing(item).closed().orElseThrow();
    var request = closed.request().orElseThrow();
    var due = RatingItem.dueSort(request.sendAt());
    return new Sending(
        new ConversationId(workspace(item).orElseThrow(), request.id()),
        string(item, RatingItem.LINE).orElseThrow(),
        request,
        new People.Customer(
            string(item, RatingItem.USER_ID),
            string(item, RatingItem.USER_NAME),
            string(item, RatingItem.USER_EMAIL)),
        closed.ending().lastCustomerMessageAt(),
        string(item, RatingItem.TEAMMATE_ID).map(id -> teammate(id, item)),
        item.containsKey(RatingItem.SCORE),
        string(item, RatingItem.DUE_SK).filter(due::equals).isPresent());
  }

  private static People.Teammate teammate(String id, Map<String, AttributeValue> item) {
    return new People.Teammate(
        id, string(item, RatingItem.TEAMMATE_NAME), string(item, RatingItem.TEAM));
  }

  private static Optional<String> workspace(Map<String, AttributeValue> item) {
    return string(item, RatingItem.TO_SEND).or(() -> string(item, RatingItem.QUEUED));
  }
}
