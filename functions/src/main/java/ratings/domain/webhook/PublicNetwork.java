package ratings.domain.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * The addresses of the public internet. IANA's registries of special-purpose addresses name what is
 * not of it; of IPv6 only what has been handed out for global unicast is, without the blocks in it
 * that stand for an IPv4 address.
 */
final class PublicNetwork {
  private static final List<Block> NOT_IPV4 =
      Stream.of(
              "0.0.0.0/8", // this network
              "10.0.0.0/8", // private
              "100.64.0.0/10", // carrier-grade NAT, and metadata of one cloud
              "127.0.0.0/8", // loopback
              "168.63.129.16/32", // the host of another cloud's machines
              "169.254.0.0/16", // link-local, and metadata of most
              "172.16.0.0/12", // private
              "192.0.0.0/24", // protocols
              "192.0.2.0/24", // documentation
              "192.88.99.0/24", // 6to4 relays
              "192.168.0.0/16", // private
              "198.18.0.0/15", // benchmarks
              "198.51.100.0/24", // documentation
              "203.0.113.0/24", // documentation
              "224.0.0.0/4", // multicast
              "240.0.0.0/4") // reserved, and broadcast
          .map(PublicNetwork::ipv4)
          .toList();
  private static final Block GLOBAL_UNICAST = ipv6("2000", 3);
  private static final List<Block> NOT_IPV6 =
      List.of(
          ipv6("2001", 23), // Teredo and other protocols
          ipv6("20010db8", 32), // documentation
          ipv6("2002", 16), // 6to4
          ipv6("3ffe", 16), // the old test network
          ipv6("3fff", 20)); // documentation

  private PublicNetwork() {}

  /** Addresses that begin with the same bits. */
  private record Block(byte[] start, int bits) {
    boolean contains(byte[] address) {
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % Byte.SIZE);
        int at = bit / Byte.SIZE;
        if ((start[at] & mask) != (address[at] & mask)) {
          return false;
        }
      }
      return true;
    }
  }

  static boolean contains(InetAddress address) {
    var bytes = address.getAddress();
    return address instanceof Inet4Address
        ? NOT_IPV4.stream().noneMatch(block -> block.contains(bytes))
        : GLOBAL_UNICAST.contains(bytes)
            && NOT_IPV6.stream().noneMatch(block -> block.contains(bytes));
  }

  private static Block ipv4(String block) {
    var parts = block.split("/", 2);
    return new Block(Inet4Address.ofLiteral(parts[0]).getAddress(), Integer.parseInt(parts[1]));
  }

  private static Block ipv6(String start, int bits) {
    return new Block(HexFormat.of().parseHex(start + "0".repeat(32 - start.length())), bits);
  }
}
