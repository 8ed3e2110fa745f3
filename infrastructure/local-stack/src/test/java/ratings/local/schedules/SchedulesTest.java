package ratings.local.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.joda.time.DateTime;
import org.joda.time.DateTimeZone;
import org.junit.jupiter.api.Test;
import ratings.local.account.Account;
import ratings.local.mappings.AsynchronousInvoker;
import ratings.local.mappings.RecordingFunction;
import ratings.local.mappings.VirtualClock;

class SchedulesTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  private final VirtualClock clock = new VirtualClock(NOON);
  private final RecordingFunction function = new RecordingFunction();

  @Test
  void aMinuteIsRunEachMinuteAndCarriesItsOwnTime() {
    var schedules = schedules(rate("rate(1 minute)", true));

    for (int second = 0; second < 180; second++) {
      clock.last(Duration.ofSeconds(1));
      schedules.runDue();
    }

    assertThat(function.events())
        .extracting(event -> event.path("time").textValue())
        .containsExactly("2026-11-21T12:01:00Z", "2026-11-21T12:02:00Z", "2026-11-21T12:03:00Z");
  }

  @Test
  void runsThatWereMissedAreMadeUpForOnce() {
    var schedules = schedules(rate("rate(1 minute)", true));
    clock.last(Duration.ofMinutes(10));
    schedules.runDue();
    schedules.runDue();
    assertThat(function.events()).hasSize(1);
  }

  @Test
  void aDisabledScheduleRunsOnRequestOnly() {
    var schedules = schedules(rate("rate(1 minute)", false));
    clock.last(Duration.ofHours(1));
    schedules.runDue();
    assertThat(function.events()).isEmpty();

    assertThat(schedules.fire("EnforceWindowsFunction")).isEqualTo(1);
    assertThat(schedules.fire("NobodyFunction")).isZero();
    assertThat(function.events()).hasSize(1);
  }

  @Test
  void lambdaReadsARulesEvent() {
    schedules(rate("rate(1 minute)", true)).fire("EnforceWindowsFunction");

    var event = function.lastAs(ScheduledEvent.class);
    assertThat(event.getSource()).isEqualTo("aws.events");
    assertThat(event.getDetailType()).isEqualTo("Scheduled Event");
    assertThat(event.getTime()).isEqualTo(new DateTime(NOON.toEpochMilli(), DateTimeZone.UTC));
    assertThat(event.getResources())
        .containsExactly("arn:aws:events:eu-central-1:000000000000:rule/Windows");
    assertThat(event.getDetail()).isEmpty();
  }

  @Test
  void theSchedulerSendsItsDetailAsText() {
    var schedule =
        new Schedule(
            "Recount",
            "ReconcileFunction",
            Schedule.Kind.SCHEDULER,
            Timing.parse("cron(0 3 * * ? *)", ZoneOffset.UTC),
            Optional.empty(),
            true);
    schedules(schedule).fire("ReconcileFunction");

    assertThat(function.events().getFirst().path("source").textValue()).isEqualTo("aws.scheduler");
    assertThat(function.events().getFirst().path("detail").textValue()).isEqualTo("{}");
  }

  @Test
  void anInputTakesTheEventsPlace() {
    var schedule =
        new Schedule(
            "Warm",
            "SubmitRatingFunction",
            Schedule.Kind.RULE,
            Timing.parse("rate(7 days)", ZoneOffset.UTC),
            Optional.of("{\"warm\":true}"),
            true);
    schedules(schedule).fire("SubmitRatingFunction");
    assertThat(function.events().getFirst().path("warm").booleanValue()).isTrue();
  }

  @Test
  void anEventThatFailsIsTriedTwiceMore() {
    function.failNext(2);
    schedules(rate("rate(1 minute)", true)).fire("EnforceWindowsFunction");
    assertThat(function.events()).hasSize(3);
    assertThat(clock.instant()).isEqualTo(NOON.plus(Duration.ofMinutes(3)));
  }

  private Schedules schedules(Schedule schedule) {
    var functions = new AsynchronousInvoker(function, Runnable::run, clock, line -> {});
    return new Schedules(List.of(schedule), Account.local(), functions, clock);
  }

  private static Schedule rate(String expression, boolean enabled) {
    return new Schedule(
        "Windows",
        "EnforceWindowsFunction",
        Schedule.Kind.RULE,
        Timing.parse(expression, ZoneOffset.UTC),
        Optional.empty(),
        enabled);
  }
}
