package ratings.local.queues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import ratings.local.account.Account;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

class QueuesTest {
  private static Queues queues;

  @BeforeAll
  static void start() {
    queues = Queues.start(Account.local(), 0);
  }

  @AfterAll
  static void stop() {
    queues.close();
  }

  @Test
  void aQueueHasTheTemplatesTimesAndTheAccountsArn() {
    var created =
        queues.create(
            new Queue("Times", Duration.ofSeconds(90), Duration.ofSeconds(7), Optional.empty()));

    var attributes =
        queues
            .client()
            .getQueueAttributes(
                get -> get.queueUrl(created.url()).attributeNames(QueueAttributeName.ALL))
            .attributes();
    assertThat(attributes)
        .containsEntry(QueueAttributeName.VISIBILITY_TIMEOUT, "90")
        .containsEntry(QueueAttributeName.DELAY_SECONDS, "7")
        .containsEntry(QueueAttributeName.QUEUE_ARN, created.arn());
    assertThat(queues.url(created.arn())).isEqualTo(created.url());
    assertThat(created.url()).startsWith(queues.endpoint().toString());
  }

  @Test
  void aMessageThatWasReceivedTooOftenGoesToTheDeadLetterQueue() {
    var dead = queues.create(Queue.named("Dead"));
    var alive =
        queues.create(
            new Queue("Alive", Duration.ZERO, Duration.ZERO, Optional.of(new Redrive("Dead", 1))));
    queues.client().sendMessage(send -> send.queueUrl(alive.url()).messageBody("poison"));

    queues.client().receiveMessage(receive -> receive.queueUrl(alive.url()).waitTimeSeconds(2));
    queues.client().receiveMessage(receive -> receive.queueUrl(alive.url()));

    assertThat(
            queues
                .client()
                .receiveMessage(receive -> receive.queueUrl(dead.url()).waitTimeSeconds(2))
                .messages())
        .singleElement()
        .satisfies(message -> assertThat(message.body()).isEqualTo("poison"));
  }

  @Test
  void aDelayBeyondWhatSqsTakesIsRefused() {
    assertThatThrownBy(
            () ->
                new Queue(
                    "Slow", Queue.DEFAULT_VISIBILITY, Duration.ofSeconds(901), Optional.empty()))
        .hasMessage("Slow: DelaySeconds must be 0 to 900 seconds");
  }
}
