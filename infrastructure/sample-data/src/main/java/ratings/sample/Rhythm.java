package ratings.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** When conversations end: rush hours before noon and in the afternoon, quiet weekends. */
record Rhythm(int conversationsADay, ZoneId zone) {
  private static final double[] OF_WEEK = {1.3, 1.15, 1.0, 1.0, 0.95, 0.5, 0.35};
  private static final int[] OF_DAY = {
    1, 1, 0, 0, 0, 1, 2, 4, 8, 12, 14, 11, 8, 9, 13, 13, 10, 7, 6, 6, 7, 5, 3, 2
  };
  private static final int MILLIS_AN_HOUR = 3_600_000;
  private static final double SPREAD = 0.4;

  /** The ends of that day's conversations, in their order. */
  List<Instant> of(LocalDate day, Random random) {
    double usual = conversationsADay * OF_WEEK[day.getDayOfWeek().ordinal()];
    double chance = 1 - SPREAD / 2 + SPREAD * random.nextDouble();
    int count = (int) (usual * chance + random.nextDouble());
    return IntStream.range(0, count).mapToObj(i -> at(day, random)).sorted().toList();
  }

  /** Some moment of that day. */
  Instant at(LocalDate day, Random random) {
    int hour = Weighted.pick(OF_DAY, random);
    return day.atTime(hour, 0).atZone(zone).toInstant().plusMillis(random.nextInt(MILLIS_AN_HOUR));
  }
}
