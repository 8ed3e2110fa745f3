package ratings.sample;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Tells of the ends of conversations as chat platforms do. */
final class Closes {
  private Closes() {}

  /**
   * The end of a conversation that a teammate took part in.
   *
   * @param about what is known of it, as widgets send it
   */
  static Map<String, Object> by(
      SampleTeammate teammate, SampleLine line, Map<String, Object> about, Instant end) {
    var customer = new LinkedHashMap<String, Object>();
    Optional.ofNullable(about.get("userId")).ifPresent(id -> customer.put("id", id));
    Optional.ofNullable(about.get("userName")).ifPresent(name -> customer.put("name", name));
    var close = new LinkedHashMap<String, Object>();
    close.put("channel", line.settings().get("channel"));
    close.put("lineId", line.id());
    close.put("closedBy", "teammate");
    close.put("closedAt", end.toString());
    close.put("lastCustomerMessageAt", end.toString());
    close.put("customer", customer);
    close.put("teammate", teammate.document());
    close.put("language", about.get("language"));
    Optional.ofNullable(about.get("botId")).ifPresent(bot -> close.put("botId", bot));
    return close;
  }
}
