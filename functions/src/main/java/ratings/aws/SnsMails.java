package ratings.aws;

import ratings.domain.Unavailable;
import ratings.domain.notification.AlertMail;
import ratings.domain.notification.Mails;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.BatchResultErrorEntry;

/**
 * A topic of mails, each for one of its subscribers.
 *
 * @param topic its ARN
 */
public record SnsMails(SnsClient sns, String topic, Retries retries) implements Mails {

  /** A topic that refuses us is as one that is down. */
  @Override
  public Answer send(AlertMail mail) {
    var entry = SnsMessage.of(mail).entry(0);
    try {
      var answer =
          retries.call(
              () -> sns.publishBatch(b -> b.topicArn(topic).publishBatchRequestEntries(entry)));
      return answer.failed().stream().findFirst().map(SnsMails::answer).orElseGet(Answer.Sent::new);
    } catch (Unavailable snsIsDown) {
      Trouble.log("publish", snsIsDown.getCause());
    } catch (SdkException refused) {
      Trouble.log("publish", refused);
    }
    return new Answer.Later();
  }

  private static Answer answer(BatchResultErrorEntry error) {
    Trouble.log("publish", error.code());
    return error.senderFault() ? new Answer.Refused(error.code()) : new Answer.Later();
  }
}
