package ratings.domain.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ratings.domain.rating.VirtualClock;
import ratings.domain.webhook.Deliveries.Outcome;

class DeliveriesTest {
  private static final String DOWN = "https://down.example.com/";
  private static final String UP = "https://up.example.com/";

  private final VirtualClock clock = new VirtualClock();
  private final FakeWebhooks webhooks = new FakeWebhooks();
  private final FakeLetters letters = new FakeLetters(clock);
  private final FakeLetters aside = new FakeLetters(clock);
  private final List<Brought> brought = new ArrayList<>();
  private final Sluggards sluggards = new Sluggards();
  private final List<String> ends = new ArrayList<>();
  private final Random random = new Random(5);
  private Post.Answer whileDown = new Post.Answer.Failed("status-503");
  private Instant upFrom = Instant.MAX;

  /** A letter that was posted. */
  private record Brought(Instant at, String letter, String endpoint, List<Secret> secrets) {}

  @Test
  void anEndpointThatFailsForAMinuteGetsEverythingLaterAndAnotherIsServedAtOnce() {
    upFrom = VirtualClock.START.plus(Duration.ofMinutes(1));
    var down = put("down", DOWN);
    var up = put("up", UP);
    for (int i = 0; i < 20; i++) {
      send(down, "c" + i);
      send(up, "c" + i);
    }

    run();

    assertThat(brought).filteredOn(it -> it.endpoint().equals(UP)).hasSize(20);
    assertThat(brought)
        .filteredOn(it -> it.endpoint().equals(UP))
        .allMatch(it -> it.at().equals(VirtualClock.START));
    assertThat(brought)
        .filteredOn(it -> it.endpoint().equals(DOWN) && !it.at().isBefore(upFrom))
        .hasSize(20)
        .extracting(Brought::letter)
        .doesNotHaveDuplicates();
    assertThat(clock.instant()).isBefore(upFrom.plus(Duration.ofMinutes(4)));
    assertThat(aside.all()).isEmpty();
  }

  @Test
  void whatFailsForADayIsTriedInOrderLessAndLessAndThenPutAside() {
    send(put("down", DOWN), "c1");

    run();

    assertThat(brought)
        .hasSize(14)
        .extracting(Brought::letter)
        .containsOnly(brought.getFirst().letter());
    for (int i = 0; i + 1 < brought.size(); i++) {
      var wait = Duration.between(brought.get(i).at(), brought.get(i + 1).at());
      var expected = Backoff.usual().after(i + 1, 0.5).orElseThrow();
      assertThat(wait)
          .isBetween(
              expected.multipliedBy(8).dividedBy(10), expected.multipliedBy(12).dividedBy(10));
    }
    assertThat(aside.all()).extracting(Letter::id).containsExactly(brought.getFirst().letter());
    assertThat(ends)
        .containsExactly(brought.getFirst().letter() + " status-503 " + clock.instant());
  }

  @Test
  void whatBecameOfALetterInTheEndIsNotedOnce() {
    upFrom = VirtualClock.START.plusSeconds(6);
    send(put("up", UP), "c1");
    send(put("down", DOWN), "c2");
    webhooks.put(AWebhook.of("removed"), Secret.make());
    send(AWebhook.of("removed"), "c3");
    webhooks.remove(AWebhook.WORKSPACE, "removed");

    run();

    assertThat(ends)
        .hasSize(3)
        .anyMatch(it -> it.endsWith(" arrived " + VirtualClock.START))
        .anyMatch(it -> it.endsWith(" arrived " + clock.instant()))
        .anyMatch(it -> it.endsWith(" webhook-off " + VirtualClock.START));
  }

  /** Each call of it would hold up whoever is in the same batch. */
  @Test
  void oneThatKeepsUsWaitingIsCalledOnceAMinuteAndAnotherAtOnce() {
    whileDown = new Post.Answer.Failed(Post.TOO_SLOW);
    upFrom = VirtualClock.START.plus(Duration.ofMinutes(5));
    var down = put("down", DOWN);
    var up = put("up", UP);
    for (int i = 0; i < 100; i++) {
      send(down, "c" + i);
      send(up, "c" + i);
    }

    run();

    assertThat(brought)
        .filteredOn(it -> it.endpoint().equals(UP))
        .hasSize(100)
        .allMatch(it -> it.at().equals(VirtualClock.START));
    assertThat(brought)
        .filteredOn(it -> it.endpoint().equals(DOWN) && it.at().isBefore(upFrom))
        .hasSizeLessThanOrEqualTo(5);
    assertThat(brought)
        .filteredOn(it -> it.endpoint().equals(DOWN) && !it.at().isBefore(upFrom))
        .extracting(Brought::letter)
        .hasSize(100)
        .doesNotHaveDuplicates();
    assertThat(aside.all()).isEmpty();
  }

  /** Nobody but a clock tells that it was slow: it answers in time, if only just. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void oneThatAnswersAfterLongIsSparedWhateverItAnswers(boolean takes) {
    var answer = takes ? new Post.Answer.Taken() : new Post.Answer.Failed("status-503");

    assertThat(sparedAfter(answer, Duration.ofMillis(9_900))).isTrue();
    assertThat(sparedAfter(answer, Duration.ofMillis(2_001))).isTrue();
    assertThat(sparedAfter(answer, Duration.ofMillis(2_000))).isFalse();
  }

  /** The twin has a clock that stands still while letters are brought, and so judges by answers. */
  @Test
  void aTwinThatDoesNotLookAtTheTimeSparesNobodyWhoAnswers() {
    var standing = new VirtualClock();

    assertThat(sparedAfter(new Post.Answer.Taken(), Duration.ofMillis(9_900), standing)).isFalse();
  }

  @Test
  void whatIsKeptFromASlowEndpointThatTakesLettersWasNotTried() {
    var crm = put("crm", UP);
    Post slow = (_, _, _, _) -> answerAfter(Duration.ofSeconds(4), new Post.Answer.Taken());
    deliveries(slow, clock).deliver(first(crm, "c1"));

    var spared = deliveries(slow, clock).deliver(first(crm, "c2"));

    assertThat(spared.outcome()).isEqualTo(Outcome.EARLY);
    var waiting = letters.take();
    assertThat(waiting.tried()).isZero();
    assertThat(waiting.due()).isEqualTo(clock.instant().plusSeconds(20));
    clock.set(waiting.due());
    assertThat(deliveries(slow, clock).deliver(waiting).outcome()).isEqualTo(Outcome.DELIVERED);
  }

  private boolean sparedAfter(Post.Answer answer, Duration took) {
    return sparedAfter(answer, took, clock);
  }

  /** Whether a second letter is kept from an endpoint that took so long for the first. */
  private boolean sparedAfter(Post.Answer answer, Duration took, VirtualClock by) {
    var crm = put("crm" + took.toMillis(), UP);
    var calls = new AtomicInteger();
    Post slow =
        (_, _, _, _) -> {
          calls.incrementAndGet();
          return answerAfter(took, answer);
        };
    deliveries(slow, by).deliver(first(crm, "c1"));
    deliveries(slow, by).deliver(first(crm, "c2"));
    return calls.get() == 1;
  }

  private Post.Answer answerAfter(Duration took, Post.Answer answer) {
    clock.advance(took);
    return answer;
  }

  private static Letter first(Webhook webhook, String subject) {
    return Letter.first(webhook, WebhookEvent.LOW_RATING, subject, "{}", VirtualClock.START);
  }

  @Test
  void noLetterIsHeldBackForLongerThanTheQueueCan() {
    send(put("down", DOWN), "c1");
    var before = clock.instant();
    while (letters.next().isPresent()) {
      assertThat(Duration.between(before, letters.next().get()))
          .isLessThanOrEqualTo(Letters.LONGEST_WAIT);
      clock.set(letters.next().get());
      before = clock.instant();
      deliveries().deliver(letters.take());
    }
    assertThat(aside.all()).hasSize(1);
  }

  @Test
  void aLetterThatComesTooSoonIsNotBrought() {
    var letter = Letter.first(put("up", UP), WebhookEvent.LOW_RATING, "c1", "{}", clock.instant());
    var early = letter.again(clock.instant().plusSeconds(30));

    assertThat(deliveries().deliver(early).outcome()).isEqualTo(Outcome.EARLY);
    assertThat(brought).isEmpty();
    assertThat(letters.next()).contains(clock.instant().plusSeconds(30));
  }

  @Test
  void anEndpointThatIsGoneIsToldOfNothingMore() {
    whileDown = new Post.Answer.Gone();
    send(put("down", DOWN), "c1");
    send(webhooks.find(AWebhook.WORKSPACE, "down").orElseThrow(), "c2");

    assertThat(deliveries().deliver(letters.take()).outcome()).isEqualTo(Outcome.GONE);
    assertThat(deliveries().deliver(letters.take()).outcome()).isEqualTo(Outcome.UNWANTED);
    var webhook = webhooks.find(AWebhook.WORKSPACE, "down").orElseThrow();
    assertThat(webhook.offSince()).contains(clock.instant());
    assertThat(webhook.wants(WebhookEvent.LOW_RATING, "website", "shop")).isFalse();
  }

  @Test
  void whatWasForAWebhookThatIsRemovedIsDropped() {
    send(put("up", UP), "c1");
    webhooks.remove(AWebhook.WORKSPACE, "up");

    assertThat(deliveries().deliver(letters.take()).outcome()).isEqualTo(Outcome.UNWANTED);
    assertThat(brought).isEmpty();
  }

  @Test
  void whatWaitsGoesToTheEndpointAndBySecretsOfNow() {
    var newest = Secret.make();
    upFrom = VirtualClock.START.plusSeconds(1);
    send(put("crm", DOWN), "c1");
    deliveries().deliver(letters.take());
    webhooks.put(AWebhook.of("crm", UP), Secret.make());
    webhooks.rotate(AWebhook.WORKSPACE, "crm", newest);

    run();

    assertThat(brought.getLast().endpoint()).isEqualTo(UP);
    assertThat(brought.getLast().secrets()).hasSize(2).first().isEqualTo(newest);
  }

  @Test
  void theSameEventHasTheSameIdAtOneWebhookAndNoOther() {
    var one = AWebhook.of("one");
    var id = Letter.first(one, WebhookEvent.LOW_RATING, "a1", "{}", clock.instant()).id();

    assertThat(Letter.first(one, WebhookEvent.LOW_RATING, "a1", "{ }", Instant.MAX).id())
        .isEqualTo(id)
        .startsWith("msg_");
    assertThat(Letter.first(one, WebhookEvent.LOW_RATING, "a2", "{}", clock.instant()).id())
        .isNotEqualTo(id);
    assertThat(Letter.first(one, WebhookEvent.RATING_REQUEST, "a1", "{}", clock.instant()).id())
        .isNotEqualTo(id);
    assertThat(
            Letter.first(AWebhook.of("two"), WebhookEvent.LOW_RATING, "a1", "{}", clock.instant())
                .id())
        .isNotEqualTo(id);
  }

  private Webhook put(String id, String endpoint) {
    var webhook = AWebhook.of(id, endpoint);
    webhooks.put(webhook, Secret.make());
    return webhook;
  }

  private void send(Webhook webhook, String subject) {
    letters.send(
        Letter.first(webhook, WebhookEvent.LOW_RATING, subject, "{}", clock.instant()),
        Duration.ZERO);
  }

  private void run() {
    while (letters.next().isPresent()) {
      clock.set(letters.next().get());
      deliveries().deliver(letters.take());
    }
  }

  private Deliveries deliveries() {
    return deliveries(this::bring, clock);
  }

  private Deliveries deliveries(Post post, VirtualClock by) {
    return new Deliveries(
        webhooks,
        post,
        letters,
        aside,
        this::note,
        sluggards,
        Backoff.usual(),
        by,
        random::nextDouble);
  }

  private void note(Letter letter, Optional<String> failure, Instant at) {
    ends.add(letter.id() + " " + failure.orElse("arrived") + " " + at);
  }

  private Post.Answer bring(Letter letter, String endpoint, List<Secret> secrets, Instant now) {
    brought.add(new Brought(now, letter.id(), endpoint, secrets));
    return endpoint.equals(DOWN) && now.isBefore(upFrom) ? whileDown : new Post.Answer.Taken();
  }
}
