package ratings.domain.webhook;

import java.util.List;
import java.util.stream.Stream;

/** Endpoints and addresses by which somebody may try to reach what is not public. */
public final class Attacks {
  private Attacks() {}

  /** URLs that are refused for what they say, without a look at any name. */
  public static Stream<String> urls() {
    return Stream.of(
        "http://hooks.example.com/", // in the clear
        "ftp://hooks.example.com/",
        "file:///etc/passwd",
        "gopher://hooks.example.com:6379/_INFO",
        "//hooks.example.com/",
        "https:hooks.example.com",
        "https:///hooks.example.com/",
        "https:/hooks.example.com/",
        "",
        " https://hooks.example.com/",
        "https://hooks.example.com/ HTTP/1.1",
        "https://hooks.example.com/\r\nHost: x",
        "https://hooks.example.com:80/",
        "https://hooks.example.com:22/",
        "https://hooks.example.com:1023/",
        "https://hooks.example.com:65536/",
        "https://hooks.example.com:0443/",
        "https://hooks.example.com:/",
        "https://user@hooks.example.com/",
        "https://user:word@hooks.example.com/",
        "https://hooks.example.com@127.0.0.1/",
        "https://hooks.example.com#@127.0.0.1/",
        "https://hooks.example.com/#part",
        "https://hooks.example.com\\@127.0.0.1/",
        "https://127.0.0.1\\.example.com/",
        "https://localhost/",
        "https://LOCALHOST:8443/",
        "https://localhost.localdomain/",
        "https://a.localhost/",
        "https://printer.local/",
        "https://db.corp.internal/",
        "https://metadata.google.internal/",
        "https://instance-data.ec2.internal/",
        "https://metadata/",
        "https://router.home.arpa/",
        "https://box.lan/",
        "https://hooks.example.com./", // the root's dot
        "https://localhost./",
        "https://.example.com/",
        "https://hooks..example.com/",
        "https://-hooks.example.com/",
        "https://hooks_x.example.com/",
        "https://127.0.0.1/",
        "https://127.1/",
        "https://127.0.1/",
        "https://2130706433/", // decimal
        "https://0x7f000001/", // hex
        "https://0x7f.0.0.1/",
        "https://127.0.0.0x1/",
        "https://0177.0.0.1/", // octal
        "https://017700000001/",
        "https://0/",
        "https://0.0.0.0/",
        "https://127.0.0.1.:443/",
        "https://127.0.0.01/",
        "https://10.0.0.1/",
        "https://10.0.0.1:8443/",
        "https://172.16.0.1/",
        "https://172.31.255.254/",
        "https://192.168.1.1/",
        "https://100.64.0.1/", // carrier-grade NAT
        "https://100.100.100.200/", // metadata
        "https://169.254.169.254/latest/meta-data/", // metadata
        "https://169.254.170.2/v2/credentials",
        "https://168.63.129.16/", // metadata
        "https://192.0.0.192/", // metadata
        "https://192.0.2.1/",
        "https://198.18.0.1/",
        "https://198.51.100.1/",
        "https://203.0.113.1/",
        "https://192.88.99.1/",
        "https://224.0.0.1/",
        "https://239.255.255.250/",
        "https://240.0.0.1/",
        "https://255.255.255.255/",
        "https://256.1.1.1/",
        "https://1.2.3/",
        "https://1.2.3.4.5/",
        "https://[::1]/",
        "https://[::]/",
        "https://[::127.0.0.1]/", // IPv4-compatible
        "https://[::7f00:1]/",
        "https://[::ffff:127.0.0.1]/", // IPv4-mapped
        "https://[::ffff:7f00:1]/",
        "https://[::ffff:808:808]/",
        "https://[0:0:0:0:0:ffff:a9fe:a9fe]/",
        "https://[64:ff9b::7f00:1]/", // NAT64
        "https://[64:ff9b:1::1]/",
        "https://[2002:7f00:1::]/", // 6to4
        "https://[2001:0:7f00:1::]/", // Teredo
        "https://[2001:db8::1]/",
        "https://[fc00::1]/", // unique local
        "https://[fd00:ec2::254]/", // metadata
        "https://[fe80::1]/", // link-local
        "https://[fe80::1%25eth0]/",
        "https://[fec0::1]/",
        "https://[ff02::1]/", // multicast
        "https://[100::1]/",
        "https://[::1/",
        "https://[]/",
        "https://[1]/",
        "https://[2606:4700::1111::1]/",
        "https://\uff11\uff12\uff17.0.0.1/", // full width
        "https://\u2460\u2461\u2466.0.0.1/", // circled
        "https://127\u30020\u30020\u30021/", // ideographic full stops
        "https://localh\u00f6st.example.com/",
        "https://loc\u00adalhost.example.com/", // soft hyphen
        "https://%31%32%37.0.0.1/", // escaped
        "https://hooks.example.com%00.example.org/",
        "https://hooks.example.com%2f@127.0.0.1/",
        "https://" + "a".repeat(64) + ".example.com/",
        "https://" + "a.".repeat(200) + "com/",
        "https://hooks.example.com/" + "a".repeat(2048));
  }

  /** Addresses that a public name may resolve to, and must not be called at. */
  public static List<String> addresses() {
    return List.of(
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "100.127.255.255",
        "127.0.0.1",
        "127.255.255.255",
        "168.63.129.16",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.192",
        "192.0.2.5",
        "192.88.99.1",
        "192.168.0.1",
        "198.19.255.255",
        "198.51.100.9",
        "203.0.113.9",
        "224.0.0.251",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::7f00:1",
        "::ffff:10.0.0.1",
        "64:ff9b::a00:1",
        "64:ff9b:1::a00:1",
        "100::1",
        "2001::1",
        "2001:1ff::1",
        "2001:db8::1",
        "2002:a00:1::1",
        "3ffe::1",
        "3fff::1",
        "fc00::1",
        "fd00:ec2::254",
        "fe80::1",
        "fec0::1",
        "ff02::1");
  }
}
