package ratings.domain.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import ratings.domain.conversation.Windows;

/** Days partition time in every zone (P30). */
class DaysTest {
  private static final Instant BEGIN = Instant.parse("2000-01-01T00:00:00Z");
  private static final long SECONDS = Duration.ofDays(1).toSeconds();
  private static final Instant END = Instant.parse("2041-01-01T00:00:00Z");

  @Test
  void p30DaysPartitionTimeInEveryZone() {
    assertThat(zones()).hasSizeGreaterThan(100);
    for (var zone : zones()) {
      assertThatDaysPartitionTime(zone, Contribution::day);
    }
  }

  @Test
  void p30ItsBrokenTwinThatTakesADayForTwentyFourHoursDoesNot() {
    var zone = ZoneId.of("Europe/Berlin");
    var winter = ZoneOffset.ofHours(1);

    assertThatThrownBy(
            () -> assertThatDaysPartitionTime(zone, (at, _) -> LocalDate.ofInstant(at, winter)))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void p30AWindowOfHoursIsElapsedTimeInEveryZone() {
    for (var zone : zones()) {
      for (var change : changes(zone)) {
        var closed = change.getInstant().minus(Duration.ofHours(1));
        var windows = Windows.from(closed, Optional.of(2), Optional.of(3));
        assertThat(windows)
            .isEqualTo(new Windows(closed.plusSeconds(7_200), closed.plusSeconds(10_800)));
      }
    }
  }

  /**
   * Between two instants at which the clock is put anew, each day of the wall's clock begins where
   * the one before ends, has its first second and its last, and the last of all ends with the time.
   */
  private static void assertThatDaysPartitionTime(
      ZoneId zone, BiFunction<Instant, ZoneId, LocalDate> day) {
    long begin = BEGIN.getEpochSecond();
    var changes = changes(zone).stream().map(ZoneOffsetTransition::getInstant);
    for (var to : Stream.concat(changes, Stream.of(END)).toList()) {
      int offset = zone.getRules().getOffset(Instant.ofEpochSecond(begin)).getTotalSeconds();
      while (begin < to.getEpochSecond()) {
        long date = Math.floorDiv(begin + offset, SECONDS);
        long end = Math.min((date + 1) * SECONDS - offset, to.getEpochSecond());
        if (day.apply(Instant.ofEpochSecond(begin), zone).toEpochDay() != date
            || day.apply(Instant.ofEpochSecond(end - 1), zone).toEpochDay() != date) {
          throw new AssertionError(zone + " has another day than " + LocalDate.ofEpochDay(date));
        }
        begin = end;
      }
    }
    assertThat(begin).isEqualTo(END.getEpochSecond());
  }

  /** One of each kind of zones that are alike in all that time. */
  private static Collection<ZoneId> zones() {
    var zones = new HashMap<List<Object>, ZoneId>();
    for (var id : ZoneId.getAvailableZoneIds()) {
      var zone = ZoneId.of(id);
      zones.put(List.of(zone.getRules().getOffset(BEGIN), changes(zone)), zone);
    }
    return zones.values();
  }

  private static List<ZoneOffsetTransition> changes(ZoneId zone) {
    var changes = new ArrayList<ZoneOffsetTransition>();
    var rules = zone.getRules();
    for (var next = rules.nextTransition(BEGIN);
        next != null && next.getInstant().isBefore(END);
        next = rules.nextTransition(next.getInstant())) {
      changes.add(next);
    }
    return changes;
  }
}
