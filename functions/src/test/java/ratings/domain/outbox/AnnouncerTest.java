package ratings.domain.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import ratings.domain.Unavailable;
import ratings.domain.alert.Alert;
import ratings.domain.alert.AnAlert;
import ratings.domain.outbox.Topic.Outcome;
import ratings.domain.rating.VirtualClock;

/** When requests go out, and what becomes of those that do not. */
class AnnouncerTest {
  private static final List<Cue> BOTH = List.of(new Cue.Change("a"), new Cue.Change("c1"));

  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final FakeOutbox outbox = new FakeOutbox();
  private final RecordedTopic<Alert> alerts = new RecordedTopic<>();
  private final RecordedTopic<Sending> requests = new RecordedTopic<>();
  private final List<Duration> pauses = new ArrayList<>();
  private final VirtualClock clock = new VirtualClock();

  @Test
  void r104ARequestWithoutADelayIsSentAtOnce() {
    outbox.add(ASending.of("c1"));

    assertThat(change("c1")).containsOnly(entry("c1", Outcome.SENT));
    assertThat(requests.published()).extracting(it -> it.request().id()).containsExactly("c1");
    assertThat(outbox.fates()).containsOnly(entry("c1", "sent"));
  }

  @Test
  void r89ADelayOfUpToAQuarterOfAnHourIsTheQueues() {
    outbox.add(ASending.of("c1").after(Duration.ofSeconds(900)));
    clock.advance(Duration.ofSeconds(2));

    change("c1");
    assertThat(pauses).containsExactly(Duration.ofSeconds(898));
    assertThat(change("c1")).isEmpty();
    assertThat(pauses).hasSize(1);
    clock.advance(Duration.ofSeconds(898));
    remind("c1", Duration.ofSeconds(900));
    assertThat(outbox.fates()).containsOnly(entry("c1", "sent"));
  }

  @Test
  void r89ALongerOneIsTheSchedules() {
    outbox.add(ASending.of("c1").after(Duration.ofSeconds(901)).isScheduled());

    assertThat(change("c1")).isEmpty();
    assertThat(pauses).isEmpty();
    assertThat(outbox.fates()).isEmpty();
    clock.advance(Duration.ofSeconds(901));
    change("c1");
    assertThat(outbox.fates()).containsOnly(entry("c1", "sent"));
  }

  @Test
  void p3AReminderOfAnEarlierCloseSendsNothing() {
    outbox.add(ASending.of("c1").after(Duration.ofSeconds(60)));
    clock.advance(Duration.ofSeconds(60));

    assertThat(remind("c1", Duration.ofSeconds(30))).isEmpty();
    assertThat(requests.published()).isEmpty();
  }

  @Test
  void aReminderThatComesTooSoonIsHeldBackAgain() {
    outbox.add(ASending.of("c1").after(Duration.ofSeconds(60)));

    remind("c1", Duration.ofSeconds(60));
    assertThat(pauses).containsExactly(Duration.ofSeconds(60));
    assertThat(requests.published()).isEmpty();
  }

  @Test
  void whoHasRatedAlreadyIsNotAsked() {
    outbox.add(ASending.of("c1").isAnswered());

    change("c1");
    assertThat(requests.published()).isEmpty();
    assertThat(outbox.fates()).containsOnly(entry("c1", "spared"));
  }

  @Test
  void r95InstagramAndFacebookAreLookedAtOnceMoreWhenItIsSent() {
    var last = clock.instant().minus(Duration.ofHours(24));
    for (var channel : List.of("instagram", "facebook", "telegram")) {
      outbox.add(ASending.of(channel).by(channel).lastHeardOf(last));
    }
    assertThat(fatesAfter("instagram", "facebook", "telegram"))
        .containsOnly(
            entry("instagram", "sent"), entry("facebook", "sent"), entry("telegram", "sent"));

    for (var channel : List.of("instagram", "facebook", "telegram")) {
      outbox.add(ASending.of("late-" + channel).by(channel).lastHeardOf(last));
    }
    clock.advance(Duration.ofMillis(1));
    assertThat(fatesAfter("late-instagram", "late-facebook", "late-telegram"))
        .contains(
            entry("late-instagram", "session-over"),
            entry("late-facebook", "session-over"),
            entry("late-telegram", "sent"));
  }

  @Test
  void whoCannotRateAnyMoreIsNotAsked() {
    outbox.add(ASending.of("c1").until(clock.instant()));
    outbox.add(ASending.of("c2").until(clock.instant().plusMillis(1)));

    assertThat(fatesAfter("c1", "c2"))
        .containsOnly(entry("c1", "window-over"), entry("c2", "sent"));
  }

  @Test
  void r93WhileNoRequestCanBeSentAlertsGoOutAndRequestsWaitForReminders() {
    outbox.add(AnAlert.of("a"));
    IntStream.range(0, 25).forEach(i -> outbox.add(ASending.of("c" + i)));
    requests.goDown();

    var outcomes = change(Stream.concat(Stream.of("a"), ids(25)).toArray(String[]::new));
    assertThat(outcomes.values()).hasSize(26).containsOnly(Outcome.SENT);
    assertThat(alerts.published()).hasSize(1);
    assertThat(pauses).hasSize(25).containsOnly(Duration.ofMinutes(1));
    requests.comeBack();
    ids(25).forEach(id -> remind(id, Duration.ZERO));
    assertThat(requests.published()).hasSize(25);
  }

  @Test
  void r93WithoutAQueueEitherNoMoreIsTriedThanOnceAndAlertsGoOut() {
    var tries = new AtomicInteger();
    outbox.add(AnAlert.of("a"));
    IntStream.range(0, 25).forEach(i -> outbox.add(ASending.of("c" + i).after(PAUSE)));
    var deaf = announcer((_, _) -> refuse(tries));

    var all = Stream.concat(Stream.of("a"), ids(25)).map(Cue.Change::new).toList();
    assertThat(deaf.announce(all))
        .containsEntry("a", Outcome.SENT)
        .containsEntry("c7", Outcome.LATER);
    assertThat(tries).hasValue(1);
  }

  @Test
  void aReminderThatCouldNotBeNotedIsNotLeftAgain() {
    var announcer = announcer();
    outbox.add(ASending.of("c1").after(PAUSE));
    outbox.fill();
    announcer.announce(List.of(new Cue.Change("c1")));
    announcer.announce(List.of(new Cue.Change("c1")));
    outbox.makeRoom();

    announcer.announce(List.of(new Cue.Change("c1")));
    assertThat(pauses).hasSize(1);
    assertThat(outbox.fates()).containsOnly(entry("c1", "queued"));
  }

  @Test
  void whatCouldNotBeSentForMostOfADayAsksNobody() {
    outbox.add(ASending.of("c1"));
    clock.advance(Duration.ofHours(22));
    requests.goDown();
    change("c1");
    requests.comeBack();
    clock.advance(Duration.ofMillis(1));

    remind("c1", Duration.ZERO);
    assertThat(outbox.fates()).containsOnly(entry("c1", "too-late"));
  }

  @Test
  void p7WhatCannotBeReadIsFoundByItsReminderToo() {
    outbox.addUnreadable("c1");

    assertThat(remind("c1", Duration.ZERO)).containsOnly(entry("c1", Outcome.NEVER));
  }

  @Test
  void aReminderThatCannotBeLeftIsForLater() {
    outbox.add(ASending.of("c1").after(Duration.ofSeconds(5)));
    var deaf = announcer((_, _) -> refuse(new AtomicInteger()));

    assertThat(deaf.announce(List.of(new Cue.Change("c1"))))
        .containsOnly(entry("c1", Outcome.LATER));
    assertThat(outbox.fates()).isEmpty();
  }

  @Test
  void p9WhatCannotBeNotedIsPublishedOnceAndNotedOnceItCan() {
    var announcer = announcer();
    assertThat(publishedWhileFull(() -> announcer)).isEqualTo(2);
    outbox.makeRoom();

    assertThat(announcer.announce(BOTH).values()).containsOnly(Outcome.SENT);
    assertThat(outbox.waiting()).isEmpty();
    assertThat(alerts.published()).hasSize(1);
    assertThat(requests.published()).hasSize(1);
  }

  @Test
  void p9ItsBrokenTwinForgetsWhatItPublished() {
    assertThat(publishedWhileFull(this::announcer)).isEqualTo(10);
  }

  @Test
  void d3ARequestThatIsGivenBackIsSentAgainThoughItCouldNotBeNoted() {
    var announcer = announcer();
    publishedWhileFull(() -> announcer);
    clock.advance(Duration.ofMinutes(1));
    outbox.add(ASending.of("c1").after(Duration.ofMinutes(1)));

    announcer.announce(BOTH);

    assertThat(requests.published()).hasSize(2);
  }

  /** An alert and a request come five times. */
  private int publishedWhileFull(Supplier<Announcer> announcer) {
    outbox.add(AnAlert.of("a"));
    outbox.add(ASending.of("c1"));
    outbox.fill();
    for (int i = 0; i < 5; i++) {
      assertThat(announcer.get().announce(BOTH).values()).containsOnly(Outcome.LATER);
    }
    return alerts.published().size() + requests.published().size();
  }

  private Map<String, String> fatesAfter(String... keys) {
    change(keys);
    return outbox.fates();
  }

  private Map<String, Outcome> change(String... keys) {
    return announcer().announce(Stream.of(keys).map(Cue.Change::new).toList());
  }

  private Map<String, Outcome> remind(String key, Duration after) {
    var sendAt = VirtualClock.START.plus(after);
    return announcer().announce(List.of(new Cue.Reminder(key, sendAt)));
  }

  private Announcer announcer() {
    return announcer((_, pause) -> pauses.add(pause));
  }

  private Announcer announcer(Reminders reminders) {
    return new Announcer(outbox, alerts, requests, reminders, clock);
  }

  private static void refuse(AtomicInteger tries) {
    tries.incrementAndGet();
    throw new Unavailable("no queue", null);
  }

  private static Stream<String> ids(int many) {
    return IntStream.range(0, many).mapToObj(i -> "c" + i);
  }
}
