package ratings.functions.report;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import ratings.domain.document.Fields;
import ratings.domain.document.Reading;
import ratings.domain.document.Shape;
import ratings.domain.document.Violation;
import ratings.domain.report.Cut;
import ratings.domain.report.Period;
import ratings.domain.report.ReportFilter;
import ratings.domain.score.Scale;

/**
 * What the query of a report asks for.
 *
 * @param cursor of the comments, as the client sent it, where it goes on from another page
 */
record ReportParameters(
    Period period, ReportFilter filter, Optional<Cut> by, Optional<String> cursor) {
  /** Days up to today, where nobody says from when. */
  private static final int USUAL_DAYS = 30;

  private static final int LONGEST_TEXT = 256;
  private static final int FIRST = 1970;
  private static final int LAST = 2999;
  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Shape<Scale> SCALE = Shape.oneOf(Arrays.asList(Scale.values()), Scale::code);

  /** Reads a report's query. */
  static Reading<ReportParameters> ofReport(
      List<Map.Entry<String, String>> query, LocalDate today) {
    var violations = Fields.collecting();
    var fields = Fields.of(once(query, violations), violations);
    var period = period(fields, today);
    var filter =
        new ReportFilter(
            fields.id("lineId"),
            fields.id("channel"),
            fields.id("team"),
            fields.id("teammateId"),
            fields.id("botId"),
            fields.text("survey", LONGEST_TEXT),
            SCALE.read(fields, "scale"));
    var by = Cut.SHAPE.read(fields, "by");
    fields.refuseOthers();
    return Reading.of(
        violations, () -> new ReportParameters(period.orElseThrow(), filter, by, Optional.empty()));
  }

  /** Reads the query of what a teammate got. */
  static Reading<ReportParameters> ofTeammate(
      String teammate, List<Map.Entry<String, String>> query, LocalDate today) {
    var violations = Fields.collecting();
    var fields = Fields.of(once(query, violations), violations);
    var period = period(fields, today);
    var cursor = fields.text("cursor", Integer.MAX_VALUE);
    fields.refuseOthers();
    return Reading.of(
        violations,
        () ->
            new ReportParameters(
                period.orElseThrow(),
                ReportFilter.ofTeammate(teammate),
                Optional.of(Cut.TEAMMATE),
                cursor));
  }

  private static Map<String, String> once(
      List<Map.Entry<String, String>> query, List<Violation> violations) {
    var once = new LinkedHashMap<String, String>();
    for (var parameter : query) {
      if (once.put(parameter.getKey(), parameter.getValue()) != null) {
        violations.add(new Violation("/" + parameter.getKey(), "is asked for twice"));
      }
    }
    return once;
  }

  /** From a day that is left out, the last thirty days; to one, today. */
  private static Optional<Period> period(Fields fields, LocalDate today) {
    var to = day(fields, "to").orElse(today);
    var from = day(fields, "from").orElse(to.minusDays(USUAL_DAYS - 1));
    if (from.isAfter(to)) {
      fields.violate("to", "must not be before from");
      return Optional.empty();
    }
    var period = new Period(from, to);
    if (period.days() > Period.MOST_DAYS) {
      fields.violate("to", "must be at most " + Period.MOST_DAYS + " days in all");
    }
    return Optional.of(period);
  }

  private static Optional<LocalDate> day(Fields fields, String name) {
    var text = fields.text(name, LONGEST_TEXT);
    var day = text.filter(it -> DAY.matcher(it).matches()).flatMap(ReportParameters::parse);
    if (text.isPresent() && day.isEmpty()) {
      fields.violate(name, "must be a day from 1970 to 2999, as 2026-11-21");
    }
    return day;
  }

  private static Optional<LocalDate> parse(String text) {
    try {
      return Optional.of(LocalDate.parse(text))
          .filter(day -> FIRST <= day.getYear() && day.getYear() <= LAST);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
