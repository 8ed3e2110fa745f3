package ratings.domain.webhook;

import java.net.InetAddress;

/** How far deliveries may go. */
public enum Reach {
  /** Over TLS to the public internet, and nowhere else. */
  PUBLIC,

  /** To this machine too, and in the clear: for trying things out on it. */
  LOOPBACK_TOO;

  /** Whether this is an address that may be called. */
  public boolean admits(InetAddress address) {
    return PublicNetwork.contains(address) || (this == LOOPBACK_TOO && address.isLoopbackAddress());
  }
}
