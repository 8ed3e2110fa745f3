package ratings.domain.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ratings.domain.notification.Notified.Outcome.DIGEST;
import static ratings.domain.notification.Notified.Outcome.MAILED;
import static ratings.domain.notification.Notified.Outcome.NOBODY;
import static ratings.domain.notification.Notified.Outcome.QUEUED;
import static ratings.domain.notification.Notified.Outcome.UNCONFIRMED;
import static ratings.domain.settings.RecipientRole.GROUP;
import static ratings.domain.settings.RecipientRole.RESPONSIBLE;
import static ratings.domain.settings.RecipientRole.SUPERVISOR;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ratings.domain.Unavailable;
import ratings.domain.rating.VirtualClock;
import ratings.domain.score.Scale;

class NotifierTest {
  private final VirtualClock clock = new VirtualClock();
  private final Scene scene = Scene.of(clock);
  private final Notifier notifier = scene.notifier();

  @Test
  void r92ALowRatingReachesTheResponsibleAndTheSupervisor() {
    scene.hears(RESPONSIBLE, "m1", "bo@example.com");
    scene.hears(SUPERVISOR, "", "grace@example.com");
    scene.hears(SUPERVISOR, "m9", "other@example.com");
    scene.hears(GROUP, "north", "north@example.com");

    var told = notifier.tell(AnAnnouncement.of("c1").make());

    assertThat(scene.writtenTo()).containsExactlyInAnyOrder("bo@example.com", "grace@example.com");
    assertThat(told).extracting(Notified::outcome).containsExactly(MAILED, MAILED);
    assertThat(logged("c1").notified()).isEqualTo(told);
  }

  @Test
  void r91AGroupHearsOfItsTeamAndOnlyWhereTheLineNamesGroups() {
    scene.hears(GROUP, "north", "north@example.com");
    scene.hears(GROUP, "south", "south@example.com");
    scene.hears(GROUP, "", "all@example.com");

    notifier.tell(AnAnnouncement.of("c1").to("group").make());
    notifier.tell(AnAnnouncement.of("c2").to("supervisor").make());

    assertThat(scene.writtenTo()).containsExactlyInAnyOrder("north@example.com", "all@example.com");
  }

  @Test
  void r107WhoHearsNothingAndWhyIsInTheLog() {
    scene.subscribed(SUPERVISOR, "m2", "grace@example.com");

    notifier.tell(AnAnnouncement.of("c1").make());

    assertThat(scene.writtenTo()).isEmpty();
    assertThat(logged("c1").notified())
        .extracting(it -> it.kind() + " " + it.outcome())
        .containsExactly("SUPERVISOR " + UNCONFIRMED, "RESPONSIBLE " + NOBODY);
  }

  @Test
  void whatIsToldTwiceIsOneEntryAndOneMail() {
    scene.hears(SUPERVISOR, "", "grace@example.com");
    var alert = AnAnnouncement.of("c1").to("supervisor").make();

    assertThat(notifier.tell(alert)).isEqualTo(notifier.tell(alert));
    clock.advance(Duration.ofHours(1));
    notifier.tell(alert);
    scene.digests().send();

    assertThat(scene.writtenTo()).hasSize(1);
    assertThat(entries()).hasSize(1);
  }

  @Test
  void theSecondWithinAMinuteWaitsForTheDigest() {
    scene.hears(SUPERVISOR, "", "grace@example.com");
    tell("c1", Scale.STARS5, 2);
    tell("c2", Scale.NPS, 3);
    tell("c3", Scale.THUMBS, 0);
    clock.advance(Duration.ofSeconds(59));
    assertThat(scene.digests().send()).isZero();
    clock.advance(Duration.ofSeconds(1));

    assertThat(scene.digests().send()).isEqualTo(1);

    assertThat(logged("c2").has(DIGEST)).isTrue();
    var digest = scene.mails().sent().getLast();
    assertThat(digest.subject()).startsWith("2 low ratings, the worst: ");
    assertThat(digest.subject()).matches("\\p{ASCII}{1,99}");
    assertThat(digest.text()).contains("https://chat.example/c3").doesNotContain("chat.example/c2");
    clock.advance(Duration.ofMinutes(5));
    assertThat(scene.digests().send()).isZero();
    tell("c4", Scale.STARS5, 1);
    assertThat(logged("c4").has(MAILED)).isTrue();
  }

  @Test
  void fiveHundredInAMinuteMakeTwoMailsForEachRecipientAndAnEntryEach() {
    scene.hears(SUPERVISOR, "", "grace@example.com");
    scene.hears(SUPERVISOR, "m2", "bo@example.com");
    IntStream.range(0, 500)
        .parallel()
        .forEach(
            i ->
                notifier.tell(AnAnnouncement.of("c" + i).to("supervisor", "supervisor:m2").make()));
    clock.advance(Duration.ofMinutes(1));
    scene.digests().send();

    assertThat(scene.writtenTo()).hasSize(4).containsOnly("grace@example.com", "bo@example.com");
    var all = new AlertQuery("acme", AlertLogContract.ALL, 1_000, Optional.empty());
    assertThat(scene.log().read(all).entries()).hasSize(500);
  }

  @Test
  void oneThatWaitedAloneIsMailedAsItIs() {
    scene.hears(SUPERVISOR, "", "grace@example.com");
    tell("c1", Scale.STARS5, 2);
    tell("c2", Scale.STARS5, 1);
    clock.advance(Duration.ofMinutes(1));
    scene.digests().send();

    assertThat(scene.mails().sent())
        .extracting(AlertMail::subject)
        .containsExactly("Low rating: 2 of 5", "Low rating: 1 of 5");
  }

  @Test
  void aMailSaysWhatHappenedAndQuotesOnlyWhereTheLineDoes() {
    scene.hears(SUPERVISOR, "", "grace@example.com");
    notifier.tell(AnAnnouncement.of("c1").to("supervisor").quoting("I waited.").make());
    clock.advance(Duration.ofMinutes(1));
    tell("c2", Scale.STARS5, 1);

    var mails = scene.mails().sent();
    assertThat(mails.getFirst().text())
        .contains("Conversation c1 with Bo", "\"I waited.\"", "https://chat.example/c1")
        .contains("as supervisor");
    assertThat(mails.getLast().text()).doesNotContain("waited");
  }

  @Test
  void whileMailsCannotBeSentTheyWait() {
    scene.hears(SUPERVISOR, "", "grace@example.com");
    scene.mails().goDown();
    tell("c1", Scale.STARS5, 1);
    assertThat(logged("c1").has(DIGEST)).isTrue();
    clock.advance(Duration.ofMinutes(1));
    assertThat(scene.digests().send()).isZero();
    scene.mails().comeBack();
    clock.advance(Duration.ofMinutes(1));

    assertThat(scene.digests().send()).isEqualTo(1);
    assertThat(scene.writtenTo()).containsExactly("grace@example.com");
  }

  @Test
  void aMailThatIsRefusedForGoodIsInTheLogAndWaitsNoMore() {
    scene.hears(SUPERVISOR, "", "grace@example.com");
    scene.mails().refuse("InvalidParameter");

    notifier.tell(AnAnnouncement.of("c1").to("supervisor").make());
    clock.advance(Duration.ofMinutes(1));

    assertThat(logged("c1").notified())
        .extracting(Notified::fate)
        .containsExactly(Fate.failed("InvalidParameter", VirtualClock.START));
    assertThat(scene.digests().send()).isZero();
  }

  @Test
  void aDigestThatIsRefusedForGoodIsInTheLogAndWaitsNoMore() {
    scene.hears(SUPERVISOR, "", "grace@example.com");
    tell("c1", Scale.STARS5, 1);
    tell("c2", Scale.STARS5, 1);
    tell("c3", Scale.STARS5, 1);
    scene.mails().refuse("InvalidParameter");
    clock.advance(Duration.ofMinutes(1));
    assertThat(scene.digests().send()).isZero();
    scene.mails().comeBack();
    clock.advance(Duration.ofMinutes(1));

    assertThat(scene.digests().send()).isZero();
    assertThat(logged("c1").has(MAILED)).isTrue();
    for (var conversation : List.of("c2", "c3")) {
      assertThat(logged(conversation).notified().getFirst().fate())
          .isEqualTo(Fate.failed("InvalidParameter", VirtualClock.START.plusSeconds(60)));
    }
  }

  @Test
  void r91AnEndpointIsPostedEachOneThatConcernsIt() {
    scene.calls(SUPERVISOR, "m2", "https://a.example.com/");
    scene.calls(SUPERVISOR, "m9", "https://b.example.com/");
    scene.calls(GROUP, "", "https://c.example.com/");
    IntStream.range(0, 3).forEach(i -> notifier.tell(AnAnnouncement.of("c" + i).make()));

    assertThat(scene.hooks().posted())
        .containsExactly(
            "c0 to https://a.example.com/",
            "c1 to https://a.example.com/",
            "c2 to https://a.example.com/");
    assertThat(logged("c2").notified())
        .extracting(Notified::outcome)
        .containsExactly(QUEUED, NOBODY);
    assertThat(scene.mails().sent()).isEmpty();
  }

  @Test
  void anEndpointThatIsGoneIsPostedNothing() {
    scene
        .recipients()
        .add(
            new Recipient(
                "acme", SUPERVISOR, Optional.empty(), new Hook("https://a.example.com/")));
    tell("c1", Scale.STARS5, 1);

    assertThat(scene.hooks().posted()).isEmpty();
    assertThat(logged("c1").has(UNCONFIRMED)).isTrue();
  }

  @Test
  void whatCannotBePutOnItsWayIsToldOnceMore() {
    scene.calls(SUPERVISOR, "", "https://a.example.com/");
    scene.hooks().goDown();
    var alert = AnAnnouncement.of("c1").to("supervisor").make();
    assertThatThrownBy(() -> notifier.tell(alert)).isInstanceOf(Unavailable.class);
    scene.hooks().comeBack();

    notifier.tell(alert);

    assertThat(scene.hooks().posted()).containsExactly("c1 to https://a.example.com/");
    assertThat(logged("c1").has(QUEUED)).isTrue();
  }

  @Test
  void whileNobodyCanSayWhoAgreedAMailIsSentAllTheSame() {
    scene.subscribed(SUPERVISOR, "", "grace@example.com");
    Mailboxes unknown =
        new Mailboxes() {
          @Override
          public Asked ask(Mailbox mailbox) {
            throw new UnsupportedOperationException();
          }

          @Override
          public Set<String> agreed() {
            throw new Unavailable("no list", null);
          }
        };
    new Notifier(
            scene.recipients(),
            unknown,
            scene.brake(),
            scene.log(),
            scene.mails(),
            scene.hooks(),
            clock)
        .tell(AnAnnouncement.of("c1").to("supervisor").make());

    assertThat(logged("c1").has(MAILED)).isTrue();
  }

  @Test
  void whoAgreesIsWrittenToSoon() {
    scene.subscribed(SUPERVISOR, "", "grace@example.com");
    tell("c1", Scale.STARS5, 1);
    scene.mailboxes().agree("grace@example.com");
    clock.advance(Duration.ofSeconds(4));
    tell("c2", Scale.STARS5, 1);

    assertThat(logged("c1").has(UNCONFIRMED)).isTrue();
    assertThat(logged("c2").has(MAILED)).isTrue();
  }

  private void tell(String conversation, Scale scale, int score) {
    notifier.tell(
        AnAnnouncement.of(conversation)
            .rated(scale, score)
            .at(clock.instant())
            .to("supervisor")
            .make());
  }

  private LoggedAlert logged(String conversation) {
    return entries().stream()
        .filter(it -> it.announcement().conversation().equals(conversation))
        .findFirst()
        .orElseThrow();
  }

  private List<LoggedAlert> entries() {
    var all = new AlertQuery("acme", AlertLogContract.ALL, 200, Optional.empty());
    return scene.log().read(all).entries();
  }
}
