package ratings.local.signin;

import java.net.URI;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The one client: the admin page, which is public and has no secret.
 *
 * @param pages where browsers may be sent back to, as exactly as Cognito takes them
 */
public record Client(String id, Set<String> pages) {
  public Client {
    pages = Set.copyOf(pages);
  }

  /** The admin page of a stack, by either name of this machine. */
  public static Client at(String id, Collection<URI> addresses) {
    return new Client(
        id,
        addresses.stream()
            .flatMap(it -> Stream.of(it.getHost(), "localhost").map(host -> page(host, it)))
            .collect(Collectors.toSet()));
  }

  private static String page(String host, URI address) {
    return "http://" + host + ":" + address.getPort() + "/admin/signed-in";
  }
}
