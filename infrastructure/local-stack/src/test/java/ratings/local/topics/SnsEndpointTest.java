package ratings.local.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ratings.local.topics.LocalSns.number;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sns.model.FilterPolicyLimitExceededException;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;
import software.amazon.awssdk.services.sns.model.PublishBatchResultEntry;
import software.amazon.awssdk.services.sns.model.SnsException;
import software.amazon.awssdk.services.sns.model.TooManyEntriesInBatchRequestException;

class SnsEndpointTest {
  @TempDir private static Path folder;
  private static LocalSns local;

  @BeforeAll
  static void start() throws IOException {
    local = LocalSns.start(folder.resolve("outbox"));
  }

  @AfterAll
  static void stop() {
    local.close();
  }

  @Test
  void aBatchAnswersForEachEntry() {
    String topic = local.topic("Batch");
    var good = PublishBatchRequestEntry.builder().id("good").message("a").build();
    var bad =
        PublishBatchRequestEntry.builder()
            .id("bad")
            .message("b")
            .messageAttributes(Map.of("score", number("one")))
            .build();

    var answer =
        local
            .sns()
            .publishBatch(publish -> publish.topicArn(topic).publishBatchRequestEntries(good, bad));

    assertThat(answer.successful()).extracting(PublishBatchResultEntry::id).containsExactly("good");
    assertThat(answer.failed())
        .singleElement()
        .satisfies(
            failed -> {
              assertThat(failed.id()).isEqualTo("bad");
              assertThat(failed.senderFault()).isTrue();
              assertThat(failed.code()).isEqualTo("InvalidParameter");
            });
    var eleven =
        IntStream.range(0, 11).mapToObj(i -> good.toBuilder().id("e" + i).build()).toList();
    assertThatThrownBy(
            () ->
                local
                    .sns()
                    .publishBatch(
                        publish -> publish.topicArn(topic).publishBatchRequestEntries(eleven)))
        .isInstanceOf(TooManyEntriesInBatchRequestException.class);
  }

  @Test
  void refusalsArriveAsTheSdksExceptions() {
    String topic = local.topic("Refusing");
    assertThatThrownBy(() -> local.publish(topic + "x", "m", Map.of()))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> local.publish(topic, "x".repeat(256 * 1024 + 1), Map.of()))
        .isInstanceOf(InvalidParameterException.class);
    assertThatThrownBy(() -> local.subscribed(topic, Map.of("FilterPolicy", "{\"a\":[{\"b\":1}]}")))
        .isInstanceOf(InvalidParameterException.class);
    assertThatThrownBy(
            () ->
                local
                    .sns()
                    .subscribe(
                        subscribe -> subscribe.topicArn(topic).protocol("https").endpoint("here")))
        .isInstanceOf(InvalidParameterException.class);
    assertThatThrownBy(() -> local.sns().listPhoneNumbersOptedOut())
        .isInstanceOf(SnsException.class)
        .hasMessageContaining("ListPhoneNumbersOptedOut");
  }

  @Test
  void whileItIsDownNothingIsTakenAndAfterwardsEverythingIs() {
    String topic = local.topic("Down");
    local.endpoint().goDown(Duration.ofMinutes(1));
    assertThatThrownBy(() -> local.publish(topic, "lost", Map.of()))
        .isInstanceOfSatisfying(
            SnsException.class, down -> assertThat(down.statusCode()).isEqualTo(503));
    local.endpoint().comeBack();
    local.publish(topic, "taken", Map.of());
  }

  @Test
  void aTopicTakesTwoHundredFilters() {
    String topic = local.topic("Full");
    var filter = Map.of("FilterPolicy", "{\"a\":[\"b\"]}");
    for (int i = 0; i < 200; i++) {
      local.subscribed(topic, filter);
    }

    assertThatThrownBy(() -> local.subscribed(topic, filter))
        .isInstanceOf(FilterPolicyLimitExceededException.class);
    local.subscribed(topic, Map.of());
  }

  @Test
  void anUnsubscribedQueueGetsNoMore() {
    String topic = local.topic("Left");
    local.subscribed(topic, Map.of());
    String arn =
        local
            .sns()
            .listSubscriptionsByTopic(list -> list.topicArn(topic))
            .subscriptions()
            .getFirst()
            .subscriptionArn();

    local
        .sns()
        .setSubscriptionAttributes(
            set ->
                set.subscriptionArn(arn)
                    .attributeName("RawMessageDelivery")
                    .attributeValue("true"));
    assertThat(local.sns().getSubscriptionAttributes(get -> get.subscriptionArn(arn)).attributes())
        .containsEntry("RawMessageDelivery", "true");
    local.sns().unsubscribe(unsubscribe -> unsubscribe.subscriptionArn(arn));

    assertThat(local.sns().listSubscriptionsByTopic(list -> list.topicArn(topic)).subscriptions())
        .isEmpty();
  }
}
