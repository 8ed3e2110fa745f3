package ratings.functions.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static ratings.domain.webhook.AWebhook.WORKSPACE;
import static ratings.functions.Said.CANARY;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ratings.aws.Retries;
import ratings.aws.SqsLetters;
import ratings.aws.TalkativeDynamo;
import ratings.domain.Unavailable;
import ratings.domain.notification.AnAnnouncement;
import ratings.domain.notification.FakeAlertLog;
import ratings.domain.notification.Fate;
import ratings.domain.notification.Notified;
import ratings.domain.notification.Notified.Outcome;
import ratings.domain.notification.Recipient;
import ratings.domain.rating.VirtualClock;
import ratings.domain.settings.RecipientRole;
import ratings.domain.webhook.AWebhook;
import ratings.domain.webhook.Backoff;
import ratings.domain.webhook.Deliveries;
import ratings.domain.webhook.FakeLetters;
import ratings.domain.webhook.FakeWebhooks;
import ratings.domain.webhook.Letter;
import ratings.domain.webhook.Letters;
import ratings.domain.webhook.Post;
import ratings.domain.webhook.Reach;
import ratings.domain.webhook.Secret;
import ratings.domain.webhook.Sluggards;
import ratings.domain.webhook.WebhookEvent;
import ratings.domain.webhook.Webhooks;
import ratings.functions.Run;
import ratings.functions.Said;
import ratings.http.Json;
import ratings.http.webhook.DirectPost;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

@ResourceLock(Resources.SYSTEM_OUT)
class DeliverWebhookFunctionTest {
  private static final String NOTHING_AGAIN = "{\"batchItemFailures\":[]}";
  private static final Post TAKEN = (_, _, _, _) -> new Post.Answer.Taken();

  private final VirtualClock clock = new VirtualClock();
  private final FakeWebhooks webhooks = new FakeWebhooks();
  private final FakeAlertLog log = new FakeAlertLog();
  private final FakeLetters letters = new FakeLetters(clock);
  private final List<String> aside = new ArrayList<>();
  private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

  @Test
  void aLetterGoesThroughTheQueueUnchanged() throws Exception {
    var letter =
        new Letter(
            "a\"c",
            "c\u00fcrm",
            "msg_1",
            "{\"x\":\"\\\" \u2639\"}",
            Optional.of("e#1"),
            3,
            clock.instant());
    var sqs = new RecordingSqs(new ArrayList<>());
    new SqsLetters(sqs, "queue", Retries.whileSomebodyWaits())
        .send(letter, Duration.ofMillis(4001));

    var sent = sqs.sent().getFirst();
    assertThat(sent.delaySeconds()).isEqualTo(5);
    assertThat(sent.queueUrl()).isEqualTo("queue");
    var bag = Mailbag.read(Topics.stream(event(List.of(message("m1", sent.messageBody())))));
    assertThat(bag.entries())
        .containsExactly(
            new Mailbag.Entry("m1", Optional.of(letter), Optional.of(sent.messageBody())));
  }

  @Test
  void whatBecameOfARecipientsLetterIsInTheLogOfAlerts() throws IOException {
    var alert = AnAnnouncement.of("c1").make();
    for (var id : List.of("r1", "r2")) {
      webhooks.put(AWebhook.of(Recipient.webhook(id)), Secret.make());
    }
    log.enter(alert);
    log.note(alert, List.of(queued("r1"), queued("r2")));
    Post post =
        (letter, _, _, _) ->
            letter.webhook().endsWith("1") ? new Post.Answer.Taken() : new Post.Answer.Gone();

    deliver(
        post,
        letter(Recipient.webhook("r1")).logged(alert.entry()),
        letter(Recipient.webhook("r2")).logged(alert.entry()));

    assertThat(log.enter(alert))
        .extracting(Notified::fate)
        .containsExactly(
            Fate.of(Outcome.DELIVERED, clock.instant()),
            Fate.failed("endpoint-gone", clock.instant()));
  }

  private Notified queued(String id) {
    var fate = Fate.of(Outcome.QUEUED, clock.instant());
    return new Notified(
        Optional.of(id), RecipientRole.GROUP, Optional.empty(), Optional.of("webhook"), fate);
  }

  @Test
  void whatArrivesIsDoneAndWhatFailsComesAgainByItself() throws IOException {
    webhooks.put(AWebhook.of("up"), Secret.make());
    webhooks.put(AWebhook.of("down"), Secret.make());
    Post post =
        (letter, _, _, _) ->
            letter.webhook().equals("up")
                ? new Post.Answer.Taken()
                : new Post.Answer.Failed("status-503");

    var answer = deliver(post, letter("up"), letter("down"));

    assertThat(answer).isEqualTo(NOTHING_AGAIN);
    assertThat(letters.all()).extracting(Letter::webhook).containsExactly("down");
    assertThat(letters.all()).extracting(Letter::tried).containsExactly(1);
  }

  /** The second is taken while the first still waits: were they brought in turn, none would end. */
  @Test
  void aSlowEndpointKeepsNobodyElseOfItsBatchWaiting() throws IOException {
    webhooks.put(AWebhook.of("slow"), Secret.make());
    webhooks.put(AWebhook.of("quick"), Secret.make());
    var quickHasIt = new CountDownLatch(1);
    Post post =
        (letter, _, _, _) -> {
          if (letter.webhook().equals("quick")) {
            quickHasIt.countDown();
            return new Post.Answer.Taken();
          }
          return await(quickHasIt);
        };

    assertThat(deliver(post, letter("slow"), letter("quick"))).isEqualTo(NOTHING_AGAIN);
    assertThat(letters.all()).isEmpty();
  }

  @Test
  void whatCannotBeKeptForAnotherTryIsBroughtAgainByTheQueue() throws IOException {
    webhooks.put(AWebhook.of("down"), Secret.make());
    Letters full =
        (_, _) -> {
          throw new Unavailable("no queue", null);
        };
    Post down = (_, _, _, _) -> new Post.Answer.Failed("status-503");
    var out = new ByteArrayOutputStream();
    new DeliverWebhookFunction(deliveries(webhooks, down, full), aside::add)
        .handleRequest(
            Topics.stream(event(List.of(message("m2", body(letter("down")))))), out, run());

    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m2\"}]}");
  }

  @Test
  void p7WhatCannotBeReadIsPutAsideAtOnceAndRings() throws IOException {
    var out = new ByteArrayOutputStream();
    new DeliverWebhookFunction(deliveries(webhooks, TAKEN, letters), aside::add)
        .handleRequest(Topics.stream(event(List.of(message("m1", "{\"x\":1}")))), out, run());

    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(NOTHING_AGAIN);
    assertThat(aside).containsExactly("{\"x\":1}");
    assertThat(lines)
        .containsExactly(
            "{\"message\":\"m1\",\"outcome\":\"GIVEN_UP\",\"reason\":\"unreadable\"}\n");
  }

  @Test
  void p7ALetterThatFailsAsNobodyForesawFailsNoOtherOfItsBatch() throws IOException {
    webhooks.put(AWebhook.of("odd"), Secret.make());
    webhooks.put(AWebhook.of("up"), Secret.make());
    Post post =
        (letter, _, _, _) -> {
          if (letter.webhook().equals("odd")) {
            throw new IllegalStateException(CANARY);
          }
          return new Post.Answer.Taken();
        };
    var odd = letter("odd");

    assertThat(deliver(post, odd, letter("up")))
        .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"" + odd.id() + "\"}]}");
    assertThat(lines)
        .hasSize(2)
        .anyMatch(it -> it.contains("\"DELIVERED\""))
        .anyMatch(it -> it.contains("\"failed\":\"java.lang.IllegalStateException\""))
        .noneMatch(it -> it.contains(CANARY));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "canary",
        "null",
        "[]",
        "{}",
        "{\"workspace\": 1}",
        "{\"workspace\":\"a\",\"webhook\":\"b\",\"id\":\"c\",\"body\":\"d\",\"tried\":0,\"due\":\"canary\"}"
      })
  void p25ALetterThatIsNoneIsNotRepeated(String body) {
    assertThat(said(webhooks, TAKEN, body)).doesNotContain(CANARY);
  }

  @Test
  void p25NeitherEndpointNorBodyNorSecretIsRepeated() {
    webhooks.put(AWebhook.of("crm"), Secret.make());
    var secret = webhooks.secrets(WORKSPACE, "crm").getFirst().shown();
    Post nobody = DirectPost.within(Reach.PUBLIC);
    webhooks.put(AWebhook.of("crm", "https://canary.local/"), Secret.make());

    assertThat(said(webhooks, nobody, body(letter("crm"))))
        .contains("\"reason\":\"endpoint-refused\"")
        .doesNotContain(CANARY)
        .doesNotContain(secret);
  }

  @Test
  void p25AnExceptionThatQuotesAnEndpointDoesNotCarryItOut() {
    assertThat(AWebhook.of("crm").endpoint()).contains(CANARY);
    assertThat(letter("crm").toString()).doesNotContain(CANARY);
    assertThat(Secret.make().toString()).isEqualTo("a secret");
  }

  @ParameterizedTest
  @CsvSource({"400, ValidationException", "500, InternalServerError"})
  void p25WhatATableQuotesIsNotRepeated(int status, String kind) {
    var store = TalkativeDynamo.tables(status, kind, "no such key: canary").webhooks();

    assertThat(said(store, TAKEN, body(letter("crm")))).doesNotContain(CANARY);
  }

  private String said(Webhooks store, Post post, String body) {
    return Said.by(
        context ->
            new DeliverWebhookFunction(deliveries(store, post, letters), aside::add)
                .handleRequest(
                    Topics.stream(event(List.of(message("m1", body)))),
                    new ByteArrayOutputStream(),
                    context));
  }

  private String deliver(Post post, Letter... some) throws IOException {
    var messages = new ArrayList<Map<String, String>>();
    for (var letter : some) {
      messages.add(message(letter.id(), body(letter)));
    }
    var out = new ByteArrayOutputStream();
    new DeliverWebhookFunction(deliveries(webhooks, post, letters), aside::add)
        .handleRequest(Topics.stream(event(messages)), out, run());
    return out.toString(StandardCharsets.UTF_8);
  }

  private Run run() {
    return new Run(lines, 45_000);
  }

  private Deliveries deliveries(Webhooks store, Post post, Letters queue) {
    var receipts = new LoggedReceipts(log);
    return new Deliveries(
        store, post, queue, queue, receipts, new Sluggards(), Backoff.usual(), clock, () -> 0.5);
  }

  private Letter letter(String webhook) {
    var body = "{\"feedback\":\"canary\"}";
    return Letter.first(AWebhook.of(webhook), WebhookEvent.LOW_RATING, "a1", body, clock.instant());
  }

  /** As {@link SqsLetters} writes it. */
  private static String body(Letter letter) {
    var document = new LinkedHashMap<String, Object>();
    document.put("workspace", letter.workspace());
    document.put("webhook", letter.webhook());
    document.put("id", letter.id());
    document.put("tried", letter.tried());
    document.put("due", letter.due());
    document.put("body", letter.body());
    letter.entry().ifPresent(entry -> document.put("entry", entry));
    return new String(Json.write(document), StandardCharsets.UTF_8);
  }

  private static Map<String, String> message(String id, String body) {
    return Map.of("messageId", id, "body", body);
  }

  private static Map<String, Object> event(List<Map<String, String>> messages) {
    return Map.of("Records", messages);
  }

  private static Post.Answer await(CountDownLatch latch) {
    try {
      latch.await();
      return new Post.Answer.Taken();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** A queue that remembers what it was sent. */
  private record RecordingSqs(List<SendMessageRequest> sent) implements SqsClient {
    @Override
    public SendMessageResponse sendMessage(SendMessageRequest request) {
      sent.add(request);
      return SendMessageResponse.builder().build();
    }

    @Override
    public String serviceName() {
      return "sqs";
    }

    @Override
    public void close() {}
  }
}
