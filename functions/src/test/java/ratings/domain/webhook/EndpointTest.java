package ratings.domain.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {

  @ParameterizedTest
  @MethodSource("ratings.domain.webhook.Attacks#urls")
  void aUrlThatIsAWayInIsNoEndpoint(String url) {
    assertThat(Endpoint.of(url, Reach.PUBLIC)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "https://hooks.example.com, hooks.example.com, 443, /, hooks.example.com",
    "https://hooks.example.com/, hooks.example.com, 443, /, hooks.example.com",
    "HTTPS://Hooks.Example.COM:443/a/b?c=d, hooks.example.com, 443, /a/b?c=d, hooks.example.com",
    "https://hooks.example.com?x=%20, hooks.example.com, 443, /?x=%20, hooks.example.com",
    "https://hooks.example.com:8443/x, hooks.example.com, 8443, /x, hooks.example.com:8443",
    "https://hooks.example.com:65535/, hooks.example.com, 65535, /, hooks.example.com:65535",
    "https://xn--bcher-kva.example/, xn--bcher-kva.example, 443, /, xn--bcher-kva.example",
    "https://a.b.c.example.co/, a.b.c.example.co, 443, /, a.b.c.example.co",
    "https://8.8.8.8/, 8.8.8.8, 443, /, 8.8.8.8",
    "https://[2606:4700:4700::1111]/x, [2606:4700:4700::1111], 443, /x, [2606:4700:4700::1111]",
  })
  void aPublicHostIsOne(String url, String host, int port, String target, String authority) {
    assertThat(Endpoint.of(url, Reach.PUBLIC))
        .hasValueSatisfying(
            endpoint -> {
              assertThat(endpoint.host()).isEqualTo(host);
              assertThat(endpoint.port()).isEqualTo(port);
              assertThat(endpoint.target()).isEqualTo(target);
              assertThat(endpoint.authority()).isEqualTo(authority);
              assertThat(endpoint.secure()).isTrue();
            });
  }

  @Test
  void thisMachineIsOneWhereTheLocalStackLetsItBe() {
    var local = "http://127.0.0.1:8080/_local/webhooks";

    assertThat(Endpoint.of(local, Reach.PUBLIC)).isEmpty();
    assertThat(Endpoint.of(local, Reach.LOOPBACK_TOO)).isPresent();
  }

  @ParameterizedTest
  @MethodSource("elsewhere")
  void nothingElseIsThen(String url) {
    assertThat(Endpoint.of(url, Reach.LOOPBACK_TOO)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("ratings.domain.webhook.Attacks#addresses")
  void anAddressThatIsNotPublicIsNotAdmitted(String address) {
    assertThat(Reach.PUBLIC.admits(InetAddress.ofLiteral(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "8.8.8.8",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "192.167.255.255",
        "192.169.0.0",
        "198.17.255.255",
        "198.20.0.0",
        "223.255.255.255",
        "2001:200::1",
        "2001:4860:4860::8888",
        "2606:4700:4700::1111",
        "2a00::1",
        "3fff:1000::1"
      })
  void onesThatAreAre(String address) {
    assertThat(Reach.PUBLIC.admits(InetAddress.ofLiteral(address))).isTrue();
  }

  private static Stream<String> elsewhere() {
    var here = List.of("https://127.0.0.1/", "https://127.0.0.1.:443/");
    return Attacks.urls().filter(url -> !here.contains(url));
  }
}
