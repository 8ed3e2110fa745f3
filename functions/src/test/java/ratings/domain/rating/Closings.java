package ratings.domain.rating;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import ratings.domain.conversation.Closing;
import ratings.domain.document.Reading;
import ratings.domain.document.Timestamp;

/**
 * Closes with valid defaults, for tests: their bodies as they stand on the wire. Nothing in them
 * speaks against asking.
 */
public record Closings(Map<String, Object> body) {

  public static Closings at(Instant closedAt) {
    return new Closings(
        Map.of(
            "channel",
            "website",
            "lineId",
            "site",
            "closedBy",
            "teammate",
            "closedAt",
            Timestamp.format(closedAt),
            "lastReplyAt",
            Timestamp.format(closedAt),
            "characters",
            812,
            "customers",
            1,
            "teammate",
            Map.of("id", "t0")));
  }

  /** With all that a platform can tell of an end. */
  public Closings telling() {
    return with("startedBy", "customer")
        .with("audience", "lead")
        .with("lastReplyAt", "2026-11-21T09:29:07.123Z")
        .with("lastCustomerMessageAt", "2026-11-21T09:28:59.456Z")
        .with("characters", 12_345)
        .with("customers", 1);
  }

  public Closings with(String field, Object value) {
    var changed = new LinkedHashMap<>(body);
    changed.put(field, value);
    return new Closings(changed);
  }

  public Closings without(String field) {
    var changed = new LinkedHashMap<>(body);
    changed.remove(field);
    return new Closings(changed);
  }

  public Closings teammate(String id) {
    return with("teammate", Map.of("id", id, "name", "Bo " + id, "team", "north"));
  }

  public Closing make() {
    return switch (Closing.read(body, Instant.parse("2126-01-01T00:00:00Z"))) {
      case Reading.Valid<Closing>(var closing) -> closing;
      case Reading.Invalid<Closing>(var violations) ->
          throw new AssertionError(violations.toString());
    };
  }
}
