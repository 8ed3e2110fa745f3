package ratings.domain.export;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ratings.domain.document.Fields;
import ratings.domain.document.Reading;
import ratings.domain.document.Shape;
import ratings.domain.document.Violation;
import ratings.domain.rating.list.RatingFilter;

/**
 * What is to be exported, and how.
 *
 * @param filter conditions as the list takes them, {@code rating[lte]} to {@code 2}; has been read
 *     once without a violation
 * @param offset of the exporting person's zone at the moment of export (D10)
 * @param by the teammate who exports
 */
public record Order(
    Map<String, String> filter,
    ZoneOffset offset,
    List<ExtraColumn> columns,
    Format format,
    String by) {
  private static final int LONGEST_ZONE = 64;
  private static final Shape<ZoneId> ZONE =
      Shape.parsed(
          LONGEST_ZONE, Order::zone, ZoneId::getId, "must be a time zone, as Europe/Berlin or UTC");
  private static final Shape<Format> FORMAT =
      Shape.oneOf(Arrays.asList(Format.values()), Format::code);
  private static final Shape<List<ExtraColumn>> COLUMNS =
      Shape.list(
          Shape.oneOf(Arrays.asList(ExtraColumn.values()), ExtraColumn::code),
          ExtraColumn.values().length);

  public Order {
    filter = Collections.unmodifiableMap(new LinkedHashMap<>(filter));
    columns = List.copyOf(columns);
  }

  /** Reads an order that somebody gives now. */
  public static Reading<Order> read(Object document, String by, Instant now) {
    var violations = Fields.collecting();
    var fields = Fields.of(document, violations);
    var filter = fields.object("filter").map(Order::filter).orElseGet(Map::of);
    var zone = ZONE.read(fields, "timeZone").orElse(ZoneOffset.UTC);
    var columns = COLUMNS.read(fields, "columns").orElseGet(List::of);
    var format = FORMAT.read(fields, "format").orElse(Format.CSV);
    fields.refuseOthers();
    if (RatingFilter.read(filter.entrySet()) instanceof Reading.Invalid<RatingFilter>(var wrong)) {
      wrong.forEach(it -> violations.add(new Violation("/filter" + it.pointer(), it.detail())));
    }
    return Reading.of(
        violations, () -> new Order(filter, zone.getRules().getOffset(now), columns, format, by));
  }

  /** The rows that are wanted: the list's own filter. */
  public RatingFilter rows() {
    return switch (RatingFilter.read(filter.entrySet())) {
      case Reading.Valid<RatingFilter>(var rows) -> rows;
      case Reading.Invalid<RatingFilter>(var wrong) ->
          throw new IllegalStateException("a stored filter is wrong at " + wrong);
    };
  }

  private static Map<String, String> filter(Fields fields) {
    var filter = new LinkedHashMap<String, String>();
    for (String name : fields.names()) {
      switch (fields.value(name).orElse("")) {
        case String text -> filter.put(name, text);
        default -> fields.violate(name, "must be text");
      }
    }
    return filter;
  }

  private static Optional<ZoneId> zone(String text) {
    return ZoneId.getAvailableZoneIds().contains(text)
        ? Optional.of(ZoneId.of(text))
        : Optional.empty();
  }
}
