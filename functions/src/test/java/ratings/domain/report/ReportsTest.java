package ratings.domain.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import ratings.domain.report.Report.Part;
import ratings.domain.score.Scale;

class ReportsTest {
  private static final ReportFilter EVERYTHING =
      new ReportFilter(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  private final FakeTallies tallies = new FakeTallies();
  private final Reports reports = new Reports(tallies);

  @Test
  void r47R102WhoDidNotAnswerIsInTheResponseRateAndNotInTheScore() {
    add(ACell.of(Scale.STARS5).scored(5, 8).scored(1, 2).silent(30));
    var total = report("2026-11-21", "2026-11-21", Optional.empty()).total();

    assertThat(total.responseRate()).contains(new BigDecimal("25.0"));
    assertThat(total.all().answered()).isEqualTo(10);
    assertThat(total.meets(new BigDecimal("80"))).contains(true);
    assertThat(total.meets(new BigDecimal("80.1"))).contains(false);
  }

  @Test
  void r40ATargetIsMetOnEveryScaleThatHasAShareOfPositiveAnswers() {
    add(ACell.of(Scale.STARS5).scored(5, 9).scored(1, 1));
    add(ACell.of(Scale.NPS).scored(0, 50));
    assertThat(report("2026-11-21", "2026-11-21", Optional.empty()).total().meets(percent("90")))
        .contains(true);

    add(ACell.of(Scale.THUMBS).scored(1, 8).scored(0, 2));
    assertThat(report("2026-11-21", "2026-11-21", Optional.empty()).total().meets(percent("90")))
        .contains(false);
  }

  @Test
  void aTargetIsNeitherMetNorMissedWhereNobodyAnswered() {
    add(ACell.of(Scale.STARS5).silent(3));
    assertThat(report("2026-11-21", "2026-11-21", Optional.empty()).total().meets(percent("90")))
        .isEmpty();
  }

  @Test
  void everyDayOfThePeriodIsThereAndThePreviousPeriodIsAsLong() {
    add(ACell.of(Scale.STARS5).on("2026-11-18").scored(5, 1));
    add(ACell.of(Scale.STARS5).on("2026-11-17").scored(5, 1));
    add(ACell.of(Scale.STARS5).on("2026-11-20").scored(5, 1));
    add(ACell.of(Scale.STARS5).on("2026-11-23").scored(5, 1));
    var report = report("2026-11-20", "2026-11-22", Optional.of(Cut.DAY));

    assertThat(report.groups())
        .extracting(part -> part.key().orElseThrow(), part -> part.group().all().answered())
        .containsExactly(tuple("2026-11-20", 1L), tuple("2026-11-21", 0L), tuple("2026-11-22", 0L));
    assertThat(report.previous().all().answered()).isEqualTo(2);
  }

  @Test
  void r36R99TeammatesAreThereByTheirNewestNameAndThoseWithoutOneLast() {
    add(ACell.of(Scale.STARS5).on("2026-11-21").by("t2", "Bo", "north").scored(4, 1));
    add(ACell.of(Scale.STARS5).on("2026-11-22").by("t2", "Bob", "south").scored(4, 1));
    add(ACell.of(Scale.STARS5).on("2026-11-22").by("t1", "Al", "north").scored(1, 1));
    add(ACell.of(Scale.STARS5).on("2026-11-22").scored(1, 1));
    var report = report("2026-11-20", "2026-11-22", Optional.of(Cut.TEAMMATE));

    assertThat(report.groups())
        .extracting(Part::key)
        .containsExactly(some("t1"), some("t2"), none());
    assertThat(report.groups())
        .extracting(Part::name)
        .containsExactly(some("Al"), some("Bob"), none());
  }

  @Test
  void r101EveryFilterAndEveryCutAgreeWithACountOneByOne() {
    var random = new Random(101);
    var cells = new ArrayList<Cell>();
    for (int i = 0; i < 3_000; i++) {
      cells.add(cell(random));
    }
    cells.forEach(cell -> tallies.add("acme", cell));
    for (int i = 0; i < 500; i++) {
      var from = LocalDate.of(2026, 11, 1).plusDays(random.nextInt(20));
      var period = new Period(from, from.plusDays(random.nextInt(10)));
      var filter = filter(random);
      var cut = Cut.values()[random.nextInt(Cut.values().length)];
      var report = reports.make(new ReportQuery("acme", period, filter, Optional.of(cut)));

      var wanted = cells.stream().filter(it -> matches(filter, it.combination())).toList();
      var current = wanted.stream().filter(it -> period.holds(it.day())).toList();
      assertThat(report.total().all()).isEqualTo(sum(current));
      assertThat(report.previous().all())
          .isEqualTo(sum(wanted.stream().filter(it -> period.previous().holds(it.day())).toList()));
      assertThat(
              report.groups().stream()
                  .map(part -> part.group().all())
                  .reduce(Counts.NONE, Counts::plus))
          .isEqualTo(sum(current));
      for (var part : report.groups()) {
        assertThat(part.group().all())
            .isEqualTo(
                sum(current.stream().filter(it -> key(cut, it).equals(part.key())).toList()));
      }
    }
  }

  @Test
  void r37ADayOutsideThePeriodIsInNoReport() {
    add(ACell.of(Scale.STARS5).on("2026-11-10").scored(5, 1));
    var report = report("2026-11-20", "2026-11-22", Optional.empty());

    assertThat(report.total().all()).isEqualTo(Counts.NONE);
    assertThat(report.previous().all()).isEqualTo(Counts.NONE);
    assertThat(report.groups()).isEmpty();
  }

  private Report report(String from, String to, Optional<Cut> by) {
    var period = new Period(LocalDate.parse(from), LocalDate.parse(to));
    return reports.make(new ReportQuery("acme", period, EVERYTHING, by));
  }

  private void add(ACell cell) {
    tallies.add("acme", cell.make());
  }

  private static Cell cell(Random random) {
    var combination =
        new Combination(
            pick(random, "support", "desk", "shop"),
            pick(random, "telegram", "website"),
            maybe(random, "north", "south"),
            maybe(random, "t1", "t2", "t3"),
            maybe(random, "b1"),
            maybe(random, "Thumb", "Net"),
            Scale.values()[random.nextInt(4)]);
    var cell =
        new ACell(
                LocalDate.of(2026, 10, 20).plusDays(random.nextInt(45)),
                combination,
                Optional.empty(),
                Counts.NONE)
            .silent(random.nextInt(5));
    int score =
        combination.scale().scores().get(random.nextInt(combination.scale().scores().size()));
    return cell.scored(score, random.nextInt(3)).resolved(random.nextInt(2), 0).make();
  }

  private static ReportFilter filter(Random random) {
    return new ReportFilter(
        maybe(random, "support", "desk"),
        maybe(random, "telegram"),
        maybe(random, "north"),
        maybe(random, "t1"),
        maybe(random, "b1"),
        maybe(random, "Net"),
        random.nextInt(3) == 0 ? Optional.of(Scale.NPS) : Optional.empty());
  }

  /** Said once more in other words than the filter's own. */
  private static boolean matches(ReportFilter filter, Combination it) {
    return filter.line().map(it.line()::equals).orElse(true)
        && filter.channel().map(it.channel()::equals).orElse(true)
        && filter.team().map(team -> it.team().orElse("").equals(team)).orElse(true)
        && filter.teammate().map(mate -> it.teammate().orElse("").equals(mate)).orElse(true)
        && filter.bot().map(bot -> it.bot().orElse("").equals(bot)).orElse(true)
        && filter.survey().map(name -> it.survey().orElse("").equals(name)).orElse(true)
        && filter.scale().map(it.scale()::equals).orElse(true);
  }

  private static Optional<String> key(Cut cut, Cell cell) {
    Function<Combination, Optional<String>> key =
        switch (cut) {
          case DAY -> _ -> Optional.of(cell.day().toString());
          case TEAMMATE -> Combination::teammate;
          case TEAM -> Combination::team;
          case LINE -> it -> Optional.of(it.line());
          case CHANNEL -> it -> Optional.of(it.channel());
          case BOT -> Combination::bot;
          case SURVEY -> Combination::survey;
        };
    return key.apply(cell.combination());
  }

  private static Counts sum(List<Cell> cells) {
    return cells.stream().map(Cell::counts).reduce(Counts.NONE, Counts::plus);
  }

  private static String pick(Random random, String... values) {
    return values[random.nextInt(values.length)];
  }

  private static Optional<String> maybe(Random random, String... values) {
    return random.nextInt(3) == 0 ? Optional.empty() : Optional.of(pick(random, values));
  }

  private static BigDecimal percent(String text) {
    return new BigDecimal(text);
  }

  private static Optional<String> some(String text) {
    return Optional.of(text);
  }

  private static Optional<String> none() {
    return Optional.empty();
  }
}
