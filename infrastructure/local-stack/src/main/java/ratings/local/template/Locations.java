package ratings.local.template;

import java.net.URI;
import java.util.Map;

/**
 * Where things are on this machine, as far as a template's values speak of it.
 *
 * @param queues where queues answer
 * @param apis base URL of each HTTP API, by logical id
 */
public record Locations(URI queues, Map<String, URI> apis) {
  private static final URI NOWHERE = URI.create("http://127.0.0.1:0");

  public Locations {
    apis = Map.copyOf(apis);
  }

  /** For reading a template before anything runs. */
  public static Locations unknown() {
    return new Locations(NOWHERE, Map.of());
  }

  URI api(String id) {
    return apis.getOrDefault(id, NOWHERE);
  }
}
