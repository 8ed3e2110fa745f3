package ratings.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ratings.Figures;
import ratings.domain.Unavailable;
import ratings.domain.notification.AlertLogContract;
import ratings.domain.notification.AlertMail;
import ratings.domain.notification.AlertQuery;
import ratings.domain.notification.AnAnnouncement;
import ratings.domain.notification.Announcement;
import ratings.domain.notification.Brake;
import ratings.domain.notification.Mails;
import ratings.domain.notification.Notifier;
import ratings.domain.notification.Recipient;
import ratings.domain.notification.Scene;
import ratings.domain.notification.Waiting;
import ratings.domain.rating.VirtualClock;
import ratings.domain.settings.RecipientRole;

/**
 * Low ratings of one minute make two mails for each recipient and an entry each, 500 of them in the
 * long run, and whoever dies while he tells of one loses none.
 */
class ManyAlertsTest {
  private static final int EVERY_THIRD = 3;

  @Test
  void r92HoweverManyInAMinuteMakeTwoMailsForEachRecipientAndAnEntryEach() {
    assertTwoMailsEach(Figures.of(50), UnaryOperator.identity());
  }

  @Test
  void itsBrokenTwinBrakesNobody() {
    assertThatThrownBy(() -> assertTwoMailsEach(3, Unbraked::new))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void whoeverDiesWhileHeMailsLosesNone() {
    assertNoneIsLost(UnaryOperator.identity());
  }

  @Test
  void itsBrokenTwinForgetsWhatItLetsThrough() {
    assertThatThrownBy(() -> assertNoneIsLost(Forgetful::new)).isInstanceOf(AssertionError.class);
  }

  private static void assertTwoMailsEach(int many, UnaryOperator<Brake> twist) {
    var scene = scene(twist);
    scene.hears(RecipientRole.RESPONSIBLE, "m1", "bo@example.com");
    var notifier = scene.notifier();
    IntStream.range(0, many).parallel().forEach(i -> notifier.tell(alert(i)));
    assertThat(scene.digests().send()).isZero();
    for (int minute = 0; minute < 3; minute++) {
      scene.clock().advance(Brake.PAUSE);
      scene.digests().send();
    }

    assertThat(scene.writtenTo())
        .containsExactlyInAnyOrder(
            "bo@example.com", "bo@example.com", "grace@example.com", "grace@example.com");
    assertThat(scene.mails().sent().getLast().subject())
        .isEqualTo((many - 1) + " low ratings, the worst: 1 of 5");
    assertThat(entries(scene)).isEqualTo(many);
  }

  /** Every third mail kills whoever sends it, and its rating does not come again. */
  private static void assertNoneIsLost(UnaryOperator<Brake> twist) {
    var scene = scene(twist);
    var sent = new AtomicInteger();
    Mails deadly =
        mail -> {
          if (sent.incrementAndGet() % EVERY_THIRD == 0) {
            throw new Unavailable("it died", null);
          }
          return scene.mails().send(mail);
        };
    var notifier =
        new Notifier(
            scene.recipients(),
            scene.mailboxes(),
            scene.brake(),
            scene.log(),
            deadly,
            scene.hooks(),
            scene.clock());
    for (int i = 0; i < 9; i++) {
      try {
        notifier.tell(alert(i));
      } catch (Unavailable died) {
        assertThat(died).hasMessage("it died");
      }
      scene.clock().advance(Brake.PAUSE);
      scene.digests().send();
      scene.clock().advance(Brake.PAUSE);
    }

    var texts = scene.mails().sent().stream().map(AlertMail::text).toList().toString();
    assertThat(sent).hasValueGreaterThanOrEqualTo(EVERY_THIRD);
    assertThat(IntStream.range(0, 9).mapToObj(i -> "Conversation c" + i + " "))
        .allSatisfy(told -> assertThat(texts).contains(told));
  }

  /** Somebody hears of every low rating. */
  private static Scene scene(UnaryOperator<Brake> twist) {
    var table = LocalTable.ofRatings();
    var retries = Retries.inTheBackground();
    var clock = new VirtualClock();
    var scene =
        Scene.of(
            new DynamoRecipients(table.dynamo(), table.name(), retries),
            twist.apply(new DynamoBrake(table.dynamo(), table.name(), retries)),
            new DynamoAlertLog(table.dynamo(), table.name(), clock, retries),
            clock);
    scene.hears(RecipientRole.SUPERVISOR, "", "grace@example.com");
    return scene;
  }

  private static Announcement alert(int i) {
    return AnAnnouncement.of("c" + i).make();
  }

  private static int entries(Scene scene) {
    var query = new AlertQuery("acme", AlertLogContract.ALL, 1_000, Optional.empty());
    return scene.log().read(query).entries().size();
  }

  /** Lets everybody through. */
  private record Unbraked(Brake real) implements Brake {
    @Override
    public boolean take(Recipient recipient, Waiting waiting, Instant now) {
      real.take(recipient, waiting, now);
      return true;
    }

    @Override
    public List<Held> due(Instant now, int most) {
      return real.due(now, most);
    }

    @Override
    public void settle(Recipient recipient, Set<Waiting> told) {
      real.settle(recipient, told);
    }
  }

  /** Takes it for told as soon as it lets it through. */
  private record Forgetful(Brake real) implements Brake {
    @Override
    public boolean take(Recipient recipient, Waiting waiting, Instant now) {
      boolean taken = real.take(recipient, waiting, now);
      if (taken) {
        real.settle(recipient, Set.of(waiting));
      }
      return taken;
    }

    @Override
    public List<Held> due(Instant now, int most) {
      return real.due(now, most);
    }

    @Override
    public void settle(Recipient recipient, Set<Waiting> told) {
      real.settle(recipient, told);
    }
  }
}
