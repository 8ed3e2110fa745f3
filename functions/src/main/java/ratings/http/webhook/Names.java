package ratings.http.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Tells which addresses a host has. */
interface Names {

  List<InetAddress> resolve(String host) throws UnknownHostException;

  /** As the system does; a literal address is itself. */
  static Names ofTheSystem() {
    return host -> List.of(InetAddress.getAllByName(host));
  }
}
