package ratings.domain.document;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** Times on the wire and in keys: RFC 3339 in UTC with milliseconds, 24 characters. */
public final class Timestamp {
  private static final DateTimeFormatter MILLIS =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

  /** The first instant that has this form. */
  public static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

  /** The last instant that has this form. */
  public static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

  private Timestamp() {}

  public static String format(Instant instant) {
    return MILLIS.format(instant);
  }

  /** Reads RFC 3339 text with any offset, to the millisecond. */
  public static Optional<Instant> parse(String text) {
    try {
      var instant = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
      return Optional.of(instant).filter(i -> !i.isBefore(EARLIEST) && !i.isAfter(LATEST));
    } catch (DateTimeException notATime) {
      return Optional.empty();
    }
  }
}
