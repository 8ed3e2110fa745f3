package ratings.aws;

import java.time.Instant;
import java.util.Map;
import ratings.domain.conversation.RequestToRate;
import ratings.domain.conversation.Windows;
import ratings.domain.outbox.Sending;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** The writes that end the waiting of what is to be told: each only while it waits. */
final class OutboxWrite {
  private final Update update = new Update();
  private final Map<String, AttributeValue> key;

  private OutboxWrite(String partition) {
    this.key = RatingItem.key(partition);
  }

  /**
   * Notes that a low rating was announced, and lets the conversation wait for its windows again.
   *
   * @param end of the last of them
   */
  static UpdateItemRequest.Builder announced(String partition, Instant end, Instant now) {
    var write = new OutboxWrite(partition);
    write.update.set(RatingItem.NOTIFY, Attributes.time(now));
    if (end.equals(Windows.OPEN)) {
      write.update.remove(RatingItem.DUE_PK, RatingItem.DUE_SK);
    } else {
      write.update.set(RatingItem.DUE_SK, Attributes.text(RatingItem.dueSort(end)));
    }
    return write.request(write.update.isText(RatingItem.NOTIFY));
  }

  /**
   * Stops the waiting of a low rating; when the schedule looks at it, it is as if it had been
   * announced.
   */
  static UpdateItemRequest.Builder unannounced(String partition, Instant now) {
    var write = new OutboxWrite(partition);
    write.update.set(RatingItem.NOTIFY, Attributes.time(now));
    return write.request(write.update.isText(RatingItem.NOTIFY));
  }

  /** Notes that a reminder of a request is on its way, so that the stream tells of it no more. */
  static UpdateItemRequest.Builder queued(String partition, Sending sending) {
    var write = new OutboxWrite(partition);
    write
        .update
        .count(RatingItem.VERSION)
        .set(RatingItem.QUEUED, Attributes.text(sending.conversation().workspace()))
        .remove(RatingItem.TO_SEND);
    return write.request(write.waits(sending));
  }

  /** Notes that a request was sent, though it may have been withdrawn meanwhile. */
  static UpdateItemRequest.Builder sent(String partition, Sending sending, Instant now) {
    var write = waitingNoMore(partition);
    write.update.set(RatingItem.SENT_AT, Attributes.time(now));
    var unsent = write.update.missing(RatingItem.SENT_AT);
    return write.request(write.isSame(sending) + " AND " + unsent);
  }

  /** Stops the waiting of a request that has not to be sent. */
  static UpdateItemRequest.Builder spared(String partition, Sending sending) {
    var write = waitingNoMore(partition);
    return write.request(write.waits(sending));
  }

  /** Stops the waiting of a request that cannot be sent; its customer was not asked by it. */
  static UpdateItemRequest.Builder failed(String partition, Sending sending, String reason) {
    var write = waitingNoMore(partition);
    write.update.set(RatingItem.FAILURE, Attributes.text(reason)).remove(RatingItem.ASKED_AT);
    return write.request(write.waits(sending) + " AND " + write.unheardOf());
  }

  /** Stops the waiting of a request that nobody can send; its customer was not asked by it. */
  static UpdateItemRequest.Builder unsendable(String partition) {
    var write = waitingNoMore(partition);
    write
        .update
        .set(RatingItem.FAILURE, Attributes.text(RequestToRate.UNSENDABLE))
        .remove(RatingItem.ASKED_AT);
    return write.request(write.waits() + " AND " + write.unheardOf());
  }

  private static OutboxWrite waitingNoMore(String partition) {
    var write = new OutboxWrite(partition);
    write.update.count(RatingItem.VERSION).remove(RatingItem.TO_SEND, RatingItem.QUEUED);
    return write;
  }

  /** Whether nothing shows that its customer has it. */
  private String unheardOf() {
    return String.join(
        " AND ",
        update.missing(RatingItem.SCORE),
        update.missing(RatingItem.DELIVERED_AT),
        update.missing(RatingItem.SHOWN_AT));
  }

  /** Whether it is still the same request that waits. */
  private String waits(Sending sending) {
    return waits() + " AND " + isSame(sending);
  }

  private String isSame(Sending sending) {
    var sendAt = Attributes.time(sending.request().sendAt());
    return update.name(RatingItem.SEND_AT) + " = " + update.value("sendAt", sendAt);
  }

  private String waits() {
    return "(attribute_exists("
        + update.name(RatingItem.TO_SEND)
        + ") OR attribute_exists("
        + update.name(RatingItem.QUEUED)
        + "))";
  }

  private UpdateItemRequest.Builder request(String condition) {
    return update.request().key(key).conditionExpression(condition);
  }
}
