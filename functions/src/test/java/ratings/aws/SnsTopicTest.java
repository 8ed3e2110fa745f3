package ratings.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static ratings.domain.outbox.Topic.Outcome.LATER;
import static ratings.domain.outbox.Topic.Outcome.NEVER;
import static ratings.domain.outbox.Topic.Outcome.SENT;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ratings.domain.Unavailable;
import ratings.domain.alert.Alert;
import ratings.domain.alert.AnAlert;
import ratings.domain.notification.AlertMail;
import ratings.domain.notification.Mailbox;
import ratings.domain.notification.Recipient;
import ratings.domain.outbox.ASending;
import ratings.domain.settings.RecipientRole;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishBatchRequest;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;
import software.amazon.awssdk.services.sns.model.PublishBatchResponse;
import software.amazon.awssdk.services.sns.model.PublishBatchResultEntry;
import software.amazon.awssdk.services.sns.model.SnsException;

class SnsTopicTest {
  private static final Retries ONCE = new Retries(1, Duration.ofNanos(2), _ -> {});

  private final FakeSns sns = new FakeSns();
  private final SnsTopic<Alert> alerts = over(10);

  @Test
  void messagesGoInBatchesOfTen() {
    assertThat(alerts.publish(some(23))).hasSize(23).containsOnly(SENT);
    assertThat(sns.batches).extracting(List::size).containsExactly(10, 10, 3);
  }

  @Test
  void aBatchIsNeverMoreThanTheTopicTakes() {
    assertThat(over(60_000).publish(some(10))).containsOnly(SENT);
    assertThat(sns.batches).extracting(List::size).containsExactly(3, 3, 3, 1);
  }

  @Test
  void subscribersCanChooseByAttributes() {
    alerts.publish(List.of(AnAlert.of("c1").make()));

    var entry = sns.batches.getFirst().getFirst();
    assertThat(entry.subject()).isEqualTo("Low rating: 1 of 5");
    var attributes = entry.messageAttributes();
    assertThat(attributes)
        .containsOnlyKeys(
            "workspace",
            "event",
            "channel",
            "line",
            "score",
            "scale",
            "teammate",
            "team",
            "recipients");
    assertThat(attributes.get("workspace")).isEqualTo(text("acme"));
    assertThat(attributes.get("event")).isEqualTo(text("low-rating"));
    assertThat(attributes.get("team")).isEqualTo(text("north"));
    assertThat(attributes.get("score").dataType()).isEqualTo("Number");
    assertThat(attributes.get("score").stringValue()).isEqualTo("1");
    assertThat(attributes.get("recipients").dataType()).isEqualTo("String.Array");
    assertThat(attributes.get("recipients").stringValue())
        .isEqualTo("[\"responsible\",\"responsible:m1\",\"supervisor\",\"supervisor:m2\"]");
  }

  @Test
  void r94WhoeverSendsRequestsCanChooseByChannel() {
    var requests = SnsTopic.ofRequests(sns, "topic", ONCE, _ -> "{}");
    var sending = ASending.of("c1").by("viber").make();
    requests.publish(List.of(sending));

    var entry = sns.batches.getFirst().getFirst();
    assertThat(entry.message()).isEqualTo("{}");
    assertThat(entry.messageAttributes())
        .containsOnly(
            entry("workspace", text("acme")),
            entry("event", text("rating-request")),
            entry("sending", text(sending.id())),
            entry("channel", text("viber")),
            entry("line", text("support")),
            entry("scale", text("stars5")),
            entry("teammate", text("t1")),
            entry("team", text("north")));
  }

  @Test
  void aMailIsDirectedToItsMailbox() {
    var grace = Mailbox.of("grace@example.com").orElseThrow();
    var to = new Recipient("acme", RecipientRole.GROUP, Optional.empty(), grace);
    new SnsMails(sns, "topic", ONCE).send(new AlertMail(to, "Subject", "Text"));

    var entry = sns.batches.getFirst().getFirst();
    assertThat(entry.subject()).isEqualTo("Subject");
    assertThat(entry.message()).isEqualTo("Text");
    assertThat(entry.messageAttributes().get("recipients").stringValue())
        .isEqualTo("[\"" + grace.key() + "\"]");
    assertThat(entry.messageAttributes()).containsEntry("workspace", text("acme"));
  }

  @Test
  void whatNobodyKnowsIsNoAttribute() {
    alerts.publish(List.of(AnAlert.of("c1").with(AnAlert.NOBODY).to().make()));

    assertThat(sns.batches.getFirst().getFirst().messageAttributes())
        .doesNotContainKeys("teammate", "team", "recipients");
  }

  @Test
  void ofABatchSomeMayFailNowAndSomeForever() {
    sns.failing = Map.of("1", true, "2", false);

    assertThat(alerts.publish(some(4))).containsExactly(SENT, NEVER, LATER, SENT);
  }

  @Test
  void whileSnsIsDownAllIsForLater() {
    sns.down = 2;
    assertThat(alerts.publish(some(1))).containsExactly(SENT);
    sns.down = 3;

    assertThat(alerts.publish(some(12))).startsWith(LATER, LATER).endsWith(SENT, SENT);
  }

  @Test
  void r93ATopicThatRefusesUsAndAKeyThatCannotBeHadAreForLater() {
    var refusing =
        SnsTopic.ofRequests(
            new FakeSns() {
              @Override
              public PublishBatchResponse publishBatch(PublishBatchRequest request) {
                throw SnsException.builder().statusCode(403).build();
              }
            },
            "topic",
            ONCE,
            _ -> "{}");
    var keyless =
        SnsTopic.ofRequests(
            sns,
            "topic",
            ONCE,
            _ -> {
              throw new Unavailable("no key", new IllegalStateException());
            });
    var one = List.of(ASending.of("c1").make());

    assertThat(refusing.publish(one)).containsExactly(LATER);
    assertThat(keyless.publish(one)).containsExactly(LATER);
    assertThat(sns.batches).isEmpty();
  }

  private SnsTopic<Alert> over(int bytes) {
    var retries = new Retries(3, Duration.ofNanos(2), _ -> {});
    return SnsTopic.ofAlerts(sns, "topic", retries, _ -> "x".repeat(bytes));
  }

  private static List<Alert> some(int many) {
    return IntStream.range(0, many).mapToObj(i -> AnAlert.of("c" + i).make()).toList();
  }

  private static MessageAttributeValue text(String value) {
    return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
  }

  /** An SNS that notes what it gets. */
  private static class FakeSns implements SnsClient {
    private final List<List<PublishBatchRequestEntry>> batches = new ArrayList<>();

    /** Calls that it does not answer. */
    private int down;

    /** Entries that it refuses, and whether by the sender's fault. */
    private Map<String, Boolean> failing = Map.of();

    @Override
    public PublishBatchResponse publishBatch(PublishBatchRequest request) {
      if (down > 0) {
        down--;
        throw ApiCallTimeoutException.create(5_000);
      }
      var entries = request.publishBatchRequestEntries();
      batches.add(entries);
      var answer = PublishBatchResponse.builder();
      var failed =
          entries.stream()
              .filter(entry -> failing.containsKey(entry.id()))
              .map(entry -> failure(entry.id()))
              .toList();
      var successful =
          entries.stream()
              .filter(entry -> !failing.containsKey(entry.id()))
              .map(entry -> PublishBatchResultEntry.builder().id(entry.id()).build())
              .toList();
      return answer.failed(failed).successful(successful).build();
    }

    private BatchResultErrorEntry failure(String id) {
      return BatchResultErrorEntry.builder().id(id).senderFault(failing.get(id)).build();
    }

    @Override
    public String serviceName() {
      return "sns";
    }

    @Override
    public void close() {}
  }
}
