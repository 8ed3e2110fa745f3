package ratings.domain.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static ratings.domain.notification.Notified.Outcome.DELIVERED;
import static ratings.domain.notification.Notified.Outcome.FAILED;
import static ratings.domain.notification.Notified.Outcome.MAILED;
import static ratings.domain.notification.Notified.Outcome.NOBODY;
import static ratings.domain.notification.Notified.Outcome.QUEUED;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import ratings.domain.notification.Notified.Outcome;
import ratings.domain.rating.VirtualClock;
import ratings.domain.settings.RecipientRole;

/** What every log of alerts does. */
public abstract class AlertLogContract {
  /** Takes every entry. */
  public static final AlertFilter ALL =
      new AlertFilter(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  private static final Instant START = VirtualClock.START;

  protected abstract AlertLog log();

  @Test
  void anAlertIsEnteredOnceAndShowsWhatBecameOfIt() {
    var log = log();
    var alert = AnAnnouncement.of("c1").quoting("I waited.").make();
    var told = List.of(notified(MAILED), Notified.nobody(RecipientRole.RESPONSIBLE, START));

    assertThat(log.enter(alert)).isEmpty();
    assertThat(log.enter(alert)).isEmpty();
    log.note(alert, told);

    assertThat(log.enter(alert)).isEqualTo(told);
    assertThat(read(log, ALL)).containsExactly(new LoggedAlert(alert, told));
    assertThat(log.find("acme", alert.entry())).contains(alert);
    assertThat(log.find("acme", "nothing")).isEmpty();
  }

  @Test
  void whatBecameOfItInTheEndCountsWheneverItComes() {
    var log = log();
    var alert = AnAnnouncement.of("c1").make();
    var failed = Fate.failed("status-500", START.plusSeconds(9));
    log.enter(alert);
    log.settle("acme", alert.entry(), "r1", failed);
    assertThat(log.enter(alert)).isEmpty();
    log.note(alert, List.of(notified(QUEUED), Notified.nobody(RecipientRole.RESPONSIBLE, START)));

    assertThat(log.enter(alert)).extracting(Notified::outcome).containsExactly(FAILED, NOBODY);
    assertThat(of(log, Optional.empty(), Optional.of(FAILED))).containsExactly("c1");
    assertThat(of(log, Optional.empty(), Optional.of(QUEUED))).isEmpty();
    log.settle("acme", alert.entry(), "r1", Fate.of(DELIVERED, START));
    log.settle("acme", alert.entry(), "r2", failed);
    log.settle("acme", "nothing", "r1", failed);
    assertThat(read(log, ALL).getFirst().notified())
        .extracting(Notified::outcome)
        .containsExactly(DELIVERED, NOBODY);
  }

  @Test
  void theNewestComesFirstPageByPage() {
    var log = log();
    for (int i = 0; i < 25; i++) {
      log.enter(later("c" + i, i).make());
    }
    var seen = new ArrayList<String>();
    var query = new AlertQuery("acme", ALL, 10, Optional.empty());
    AlertPage page;
    do {
      page = log.read(query);
      page.entries().forEach(it -> seen.add(it.announcement().conversation()));
      query = query.from(page.next());
    } while (page.next().isPresent());

    assertThat(seen)
        .containsExactlyElementsOf(
            Stream.iterate(24, i -> i >= 0, i -> i - 1).map(i -> "c" + i).toList());
  }

  @Test
  void entriesAreFiltered() {
    var log = log();
    log.enter(later("c1", 1).make());
    var desk = later("c2", 2).on("desk").make();
    log.enter(desk);
    log.note(desk, List.of(notified(FAILED), notified(MAILED)));
    log.enter(later("c3", 3).make());

    assertThat(of(log, Optional.of("desk"), Optional.empty())).containsExactly("c2");
    assertThat(of(log, Optional.empty(), Optional.of(FAILED))).containsExactly("c2");
    assertThat(between(log, 1, 3)).containsExactly("c2");
    assertThat(between(log, 0, 4)).containsExactly("c3", "c2", "c1");
    assertThat(log.last("acme", "support").orElseThrow().announcement().conversation())
        .isEqualTo("c3");
    assertThat(log.last("acme", "nowhere")).isEmpty();
  }

  @Test
  void p20AnotherWorkspacesEntriesAreOutOfReach() {
    var log = log();
    var alert = AnAnnouncement.of("c1").make();
    log.enter(alert);
    log.enter(AnAnnouncement.of("c2").in("globex").make());

    var ofGlobex = new AlertQuery("globex", ALL, 10, Optional.of(alert.entry()));
    assertThat(log.read(ofGlobex).entries())
        .extracting(it -> it.announcement().workspace())
        .doesNotContain("acme");
    assertThat(log.find("globex", alert.entry())).isEmpty();
    assertThat(log.last("globex", "support").orElseThrow().announcement().conversation())
        .isEqualTo("c2");
  }

  private static AnAnnouncement later(String conversation, int seconds) {
    return AnAnnouncement.of(conversation).at(START.plus(Duration.ofSeconds(seconds)));
  }

  private static List<String> of(AlertLog log, Optional<String> line, Optional<Outcome> outcome) {
    return conversations(
        log,
        new AlertFilter(
            line, Optional.empty(), Optional.empty(), outcome, Optional.empty(), Optional.empty()));
  }

  private static List<String> between(AlertLog log, int after, int before) {
    return conversations(
        log,
        new AlertFilter(
            Optional.empty(),
            Optional.of("t1"),
            Optional.empty(),
            Optional.empty(),
            Optional.of(START.plusSeconds(after)),
            Optional.of(START.plusSeconds(before))));
  }

  private static List<String> conversations(AlertLog log, AlertFilter filter) {
    return read(log, filter).stream().map(it -> it.announcement().conversation()).toList();
  }

  private static List<LoggedAlert> read(AlertLog log, AlertFilter filter) {
    return log.read(new AlertQuery("acme", filter, 200, Optional.empty())).entries();
  }

  private static Notified notified(Outcome outcome) {
    return new Notified(
        Optional.of("r1"),
        RecipientRole.SUPERVISOR,
        Optional.of("m2"),
        Optional.of("email"),
        Fate.of(outcome, START));
  }
}
