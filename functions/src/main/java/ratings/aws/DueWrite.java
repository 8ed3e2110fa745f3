package ratings.aws;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** The conditional writes to an item that is due: each only while it is due as it was seen. */
final class DueWrite {
  private final Update update = new Update();
  private final Map<String, AttributeValue> seen;

  /** Over an item of the index. */
  private DueWrite(Map<String, AttributeValue> seen) {
    this.seen = seen;
  }

  /**
   * Closes a conversation and takes it out of what is due, if nothing is taken there any more and
   * nothing of it waits to be announced.
   */
  static UpdateItemRequest.Builder close(Map<String, AttributeValue> seen, Instant now) {
    var write = new DueWrite(seen);
    write
        .update
        .set(RatingItem.STATE, Attributes.text(RatingItem.CLOSED))
        .remove(RatingItem.DUE_PK, RatingItem.DUE_SK);
    var score = "(" + write.update.name(RatingItem.SCORE) + ")";
    var rateOver = write.over(RatingItem.RATE_UNTIL, now);
    var changeOver = write.over(RatingItem.CHANGE_UNTIL, now);
    var unrated = "attribute_not_exists" + score + " AND " + rateOver;
    var rated = "attribute_exists" + score + " AND " + changeOver;
    return write.request(" AND NOT " + write.waits() + " AND (" + unrated + " OR " + rated + ")");
  }

  /**
   * Brings up a low rating that waits to be announced: that it is due again at another time is a
   * change, by which the stream hands it to the relay once more. What was held back waits from now.
   *
   * @param held what was
   * @param over whether nothing is taken there any more, so that it is closed as well
   */
  static UpdateItemRequest.Builder remind(
      Map<String, AttributeValue> seen, Optional<AttributeValue> held, boolean over, Instant next) {
    var write = new DueWrite(seen);
    write.update.set(RatingItem.DUE_SK, Attributes.text(RatingItem.dueSort(next)));
    held.ifPresent(notice -> write.update.keep(RatingItem.NOTIFY, notice).remove(RatingItem.HELD));
    if (over) {
      write.update.set(RatingItem.STATE, Attributes.text(RatingItem.CLOSED));
    }
    return write.request(" AND " + write.waits());
  }

  /** Makes it due again at another time: a change, by which the stream tells of it. */
  static UpdateItemRequest.Builder move(Map<String, AttributeValue> seen, Instant next) {
    var write = new DueWrite(seen);
    write.update.set(RatingItem.DUE_SK, Attributes.text(RatingItem.dueSort(next)));
    return write.request("");
  }

  /** Takes it out of what is due. */
  static UpdateItemRequest.Builder leave(Map<String, AttributeValue> seen) {
    var write = new DueWrite(seen);
    write.update.remove(RatingItem.DUE_PK, RatingItem.DUE_SK);
    return write.request("");
  }

  private String waits() {
    return "("
        + update.isText(RatingItem.NOTIFY)
        + " OR attribute_exists("
        + update.name(RatingItem.HELD)
        + "))";
  }

  private String over(String end, Instant now) {
    return update.name(end) + " <= " + update.value("now", Attributes.time(now));
  }

  private UpdateItemRequest.Builder request(String also) {
    var condition =
        update.name(RatingItem.DUE_SK)
            + " = "
            + update.value("seen", seen.get(RatingItem.DUE_SK))
            + also;
    return update
        .request()
        .key(RatingItem.key(seen))
        .conditionExpression(condition)
        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
  }
}
