package ratings.domain.webhook;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import ratings.domain.document.Shape;

/**
 * Where a webhook is called: a URL that is no way into a network that is not public. Its host is a
 * name with a domain or the one canonical form of a public address; whatever parsers may read in
 * two ways is none. What a name resolves to is judged when it is called.
 *
 * @param url as it was given
 * @param secure whether it is called over TLS
 * @param host in lower case, an IPv6 address in its brackets
 * @param target path and query, as they stand in a request's first line
 */
public record Endpoint(String url, boolean secure, String host, int port, String target) {
  private static final int LONGEST = 2048;
  private static final int LONGEST_HOST = 253;
  private static final int HTTPS = 443;
  private static final int HTTP = 80;
  private static final int FIRST_OWN_PORT = 1024;
  private static final int LAST_PORT = 65_535;

  /** No user info, no fragment, no white space, no backslash, no escape in the host: all ASCII. */
  private static final Pattern URL =
      Pattern.compile(
          "(?<scheme>(?i:https?))://(?<host>[A-Za-z0-9.-]+|\\[[0-9A-Fa-f:]+])(?::(?<port>[1-9][0-9]{1,4}))?"
              + "(?<target>(?:/[A-Za-z0-9._~!$&'()*+,;=:@%/-]*)?(?:\\?[A-Za-z0-9._~!$&'()*+,;=:@%/?-]*)?)");

  private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";

  /** Two labels at least, no dot at the end, and a last one that is no number in any base. */
  private static final Pattern NAME =
      Pattern.compile("(?:" + LABEL + "\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])");

  /** Decimal, without leading zeros. */
  private static final Pattern IPV4 =
      Pattern.compile("(?:(?:0|[1-9][0-9]{0,2})\\.){3}(?:0|[1-9][0-9]{0,2})");

  private static final List<String> NOT_PUBLIC =
      List.of(
          ".localhost",
          ".localdomain",
          ".local",
          ".internal",
          ".intranet",
          ".private",
          ".corp",
          ".home",
          ".lan",
          ".arpa",
          ".onion");
  private static final String THIS_MACHINE = "127.0.0.1";

  /** An endpoint within reach, as a field of a document. */
  public static Shape<Endpoint> shape(Reach reach) {
    return Shape.parsed(
        LONGEST,
        text -> of(text, reach),
        Endpoint::url,
        "must be an https URL of a public host, on port 443 or from 1024 up, without user info");
  }

  /** The endpoint of a URL, or nothing where it is out of reach. */
  public static Optional<Endpoint> of(String url, Reach reach) {
    var parts = URL.matcher(url);
    if (url.length() > LONGEST || !parts.matches()) {
      return Optional.empty();
    }
    boolean secure = parts.group("scheme").equalsIgnoreCase("https");
    var host = parts.group("host").toLowerCase(Locale.ROOT);
    int port =
        Optional.ofNullable(parts.group("port"))
            .map(Integer::parseInt)
            .orElse(secure ? HTTPS : HTTP);
    var target = parts.group("target");
    var endpoint =
        new Endpoint(url, secure, host, port, target.startsWith("/") ? target : "/" + target);
    return endpoint.isPublic() || (reach == Reach.LOOPBACK_TOO && endpoint.isThisMachine())
        ? Optional.of(endpoint)
        : Optional.empty();
  }

  /**
   * The host and, where it is not the scheme's own, the port: what a request's Host header says.
   */
  public String authority() {
    return port == (secure ? HTTPS : HTTP) ? host : host + ":" + port;
  }

  private boolean isPublic() {
    return secure && isOwnPort() && (isPublicName() || isPublicAddress());
  }

  private boolean isOwnPort() {
    return port == HTTPS || (port >= FIRST_OWN_PORT && port <= LAST_PORT);
  }

  private boolean isThisMachine() {
    return host.equals(THIS_MACHINE) && port <= LAST_PORT;
  }

  private boolean isPublicName() {
    return host.length() <= LONGEST_HOST
        && NAME.matcher(host).matches()
        && NOT_PUBLIC.stream().noneMatch(host::endsWith);
  }

  private boolean isPublicAddress() {
    return literal().filter(PublicNetwork::contains).isPresent();
  }

  /**
   * The address that the host spells out, if it does; an IPv4 address in IPv6's clothes is none.
   */
  private Optional<InetAddress> literal() {
    try {
      if (IPV4.matcher(host).matches()) {
        return Optional.of(Inet4Address.ofLiteral(host));
      }
      return host.startsWith("[")
          ? Optional.of(InetAddress.ofLiteral(host.substring(1, host.length() - 1)))
              .filter(Inet6Address.class::isInstance)
          : Optional.empty();
    } catch (IllegalArgumentException notAnAddress) {
      return Optional.empty();
    }
  }
}
