package ratings.domain.export;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Ids of exports: their time, so that they sort and are found by it, and chance. */
public final class ExportIds {
  private static final Pattern ID = Pattern.compile("([0-9]{13})-[0-9a-f]{16}");

  private ExportIds() {}

  /** An id that nobody else has. */
  public static String next(Instant now, UUID chance) {
    return String.format(
        Locale.ROOT, "%013d-%016x", now.toEpochMilli(), chance.getMostSignificantBits());
  }

  /** When the export of an id was asked for, or nothing for what is no id of ours. */
  public static Optional<Instant> createdAt(String id) {
    var parts = ID.matcher(id);
    return parts.matches()
        ? Optional.of(Instant.ofEpochMilli(Long.parseLong(parts.group(1))))
        : Optional.empty();
  }
}
