package ratings.local.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The decoded parameters of a query, each name with all its values in their order. */
public record QueryParameters(Map<String, List<String>> values) {

  /**
   * Reads a query as sent.
   *
   * @param query null where there is none, as the JDK says it
   */
  public static QueryParameters of(String query) {
    var values = new LinkedHashMap<String, List<String>>();
    for (String pair : Optional.ofNullable(query).orElse("").split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = GatewayRequest.decoded(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : GatewayRequest.decoded(pair.substring(equals + 1));
      if (!pair.isEmpty()) {
        values.computeIfAbsent(name, unused -> new ArrayList<>()).add(value);
      }
    }
    return new QueryParameters(values);
  }

  public Optional<String> first(String name) {
    return all(name).stream().findFirst();
  }

  public List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }
}
