package ratings.http.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import ratings.domain.webhook.AWebhook;
import ratings.domain.webhook.Endpoint;
import ratings.domain.webhook.Letter;
import ratings.domain.webhook.Post;
import ratings.domain.webhook.Post.Answer;
import ratings.domain.webhook.Reach;
import ratings.domain.webhook.Secret;
import ratings.domain.webhook.WebhookEvent;

class DirectPostTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_795_253_400);
  private static final String URL = "https://hooks.example.com/in?a=b";
  private static final Secret SECRET = Secret.of(new byte[32]);

  private final List<SocketAddress> called = new ArrayList<>();
  private final List<String> asked = new ArrayList<>();
  private final Queue<List<String>> resolved = new ArrayDeque<>();

  @ParameterizedTest
  @MethodSource("ratings.domain.webhook.Attacks#urls")
  void aUrlThatIsAWayInIsNotCalledWhoeverStoredIt(String url) {
    assertThat(bring(url, 0)).isEqualTo(new Answer.Failed("endpoint-refused"));
    assertThat(asked).isEmpty();
    assertThat(called).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("ratings.domain.webhook.Attacks#addresses")
  void aNameThatLeadsInIsNotCalled(String address) {
    resolved.add(List.of(address));

    assertThat(bring(URL, 0)).isEqualTo(new Answer.Failed("address-refused"));
    assertThat(called).isEmpty();
  }

  @Test
  void oneAddressThatIsNotPublicSpoilsAllOfAName() {
    resolved.add(List.of("8.8.8.8", "2606:4700:4700::1111", "10.0.0.1"));

    assertThat(bring(URL, 0)).isEqualTo(new Answer.Failed("address-refused"));
    assertThat(called).isEmpty();
  }

  @Test
  void aNameThatIsBoundAnewIsCalledAtTheAddressThatWasJudged() {
    assertPinned(toThePublic());
  }

  @Test
  void itsBrokenTwinLooksTwiceAndIsLedElsewhere() {
    assertThatThrownBy(() -> assertPinned(this::lookingTwice)).isInstanceOf(AssertionError.class);
    assertThat(called).containsExactly(at("127.0.0.1"));
  }

  private void assertPinned(Post post) {
    resolved.add(List.of("8.8.8.8"));
    resolved.add(List.of("127.0.0.1"));

    post.bring(letter(0), URL, List.of(SECRET), NOW);

    assertThat(called).containsExactly(at("8.8.8.8"));
    assertThat(asked).containsExactly("hooks.example.com");
  }

  /** Judges a name, and lets the socket look it up again. */
  private Answer lookingTwice(Letter letter, String url, List<Secret> secrets, Instant now) {
    var endpoint = Endpoint.of(url, Reach.PUBLIC).orElseThrow();
    try (var socket = new NoSocket()) {
      if (!resolve(endpoint.host()).stream().allMatch(Reach.PUBLIC::admits)) {
        return new Answer.Failed("address-refused");
      }
      var address = resolve(endpoint.host()).getFirst();
      socket.connect(new InetSocketAddress(address, endpoint.port()), 1);
      return new Answer.Taken();
    } catch (IOException e) {
      return new Answer.Failed("connection-failed");
    }
  }

  @Test
  void eachTryGoesToTheNextOfItsAddresses() {
    for (int tried = 0; tried < 3; tried++) {
      resolved.add(List.of("8.8.8.8", "8.8.4.4"));
      bring(URL, tried);
    }

    assertThat(called).containsExactly(at("8.8.8.8"), at("8.8.4.4"), at("8.8.8.8"));
  }

  @Test
  void anAddressOfIpv6IsForWhoHasNoOther() {
    resolved.add(List.of("2606:4700:4700::1111", "8.8.8.8"));
    resolved.add(List.of("2606:4700:4700::1111"));
    bring(URL, 1);
    bring(URL, 1);

    assertThat(called).containsExactly(at("8.8.8.8"), at("2606:4700:4700::1111"));
  }

  @Test
  void whatCannotBeFoundOrReachedFails() {
    assertThat(bring(URL, 0)).isEqualTo(new Answer.Failed("unknown-host"));
    resolved.add(List.of("8.8.8.8"));
    assertThat(bring(URL, 0)).isEqualTo(new Answer.Failed("connection-failed"));
  }

  @Test
  void theRequestIsSignedAndWhole() throws IOException {
    try (var server = ScriptedServer.answering("HTTP/1.1 204 No Content\r\n\r\n")) {
      assertThat(bring(server)).isEqualTo(new Answer.Taken());

      var request = server.request();
      assertThat(request)
          .startsWith("POST /in?a=b HTTP/1.1\r\nHost: 127.0.0.1:" + server.port() + "\r\n")
          .contains("\r\nContent-Type: application/json\r\n")
          .contains("\r\nwebhook-timestamp: 1795253400\r\n")
          .endsWith("\r\n\r\n" + letter(0).body());
      var signature = StandardSignature.of(List.of(SECRET), letter(0).id(), NOW, letter(0).body());
      assertThat(request)
          .contains("\r\nwebhook-id: " + letter(0).id() + "\r\n")
          .contains("\r\nwebhook-signature: " + signature + "\r\n");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 202, 204, 299})
  void whatIs2xxHasArrived(int status) throws IOException {
    assertThat(answered("HTTP/1.1 " + status + " Fine\r\n\r\n")).isEqualTo(new Answer.Taken());
  }

  @Test
  void what410SaysIsThatItIsGone() throws IOException {
    assertThat(answered("HTTP/1.0 410 Gone\r\n\r\n")).isEqualTo(new Answer.Gone());
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 301, 302, 303, 307, 308, 400, 401, 404, 429, 500, 503, 599})
  void everythingElseFailsAndARedirectIsNotFollowed(int status) throws IOException {
    var answer = "HTTP/1.1 " + status + " X\r\nLocation: http://169.254.169.254/\r\n\r\n";

    assertThat(answered(answer)).isEqualTo(new Answer.Failed("status-" + status));
    assertThat(asked).containsExactly("127.0.0.1");
  }

  @ParameterizedTest
  @CsvSource({
    "'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n', true",
    "'HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 200\r\n', true",
    "'SSH-2.0-OpenSSH_9.9\r\n', false",
    "'HTTP/2 200\r\n', false",
    "'HTTP/1.1 2000\r\n', false",
    "'HTTP/1.1 200', false",
    "'', false",
  })
  void onlyAnAnswerInHttpCounts(String answer, boolean taken) throws IOException {
    assertThat(answered(answer) instanceof Answer.Taken).isEqualTo(taken);
  }

  @Test
  void anAnswerThatDoesNotEndIsNotReadToItsEnd() throws IOException {
    assertThat(answered("x".repeat(1_000_000))).isInstanceOf(Answer.Failed.class);
    assertThat(answered("HTTP/1.1 100 C\r\n\r\n".repeat(1000))).isInstanceOf(Answer.Failed.class);
  }

  @Test
  void anAnswerThatDoesNotComeIsNotWaitedFor() throws IOException {
    try (var server = ScriptedServer.silent()) {
      assertThat(bring(server, Duration.ofMillis(200))).isEqualTo(new Answer.Failed("too-slow"));
    }
  }

  @Test
  void oneThatComesDropByDropIsNeither() throws IOException {
    try (var server = ScriptedServer.dripping()) {
      assertThat(bring(server, Duration.ofMillis(300))).isEqualTo(new Answer.Failed("too-slow"));
    }
  }

  private Answer answered(String answer) throws IOException {
    try (var server = ScriptedServer.answering(answer)) {
      return bring(server);
    }
  }

  private Answer bring(ScriptedServer server) {
    return bring(server, Duration.ofSeconds(10));
  }

  private Answer bring(ScriptedServer server, Duration whole) {
    resolved.add(List.of("127.0.0.1"));
    return new DirectPost(
            Reach.LOOPBACK_TOO,
            this::resolve,
            Socket::new,
            (SSLSocketFactory) SSLSocketFactory.getDefault(),
            Duration.ofSeconds(3),
            whole)
        .bring(letter(0), "http://127.0.0.1:" + server.port() + "/in?a=b", List.of(SECRET), NOW);
  }

  private Answer bring(String url, int tried) {
    return toThePublic().bring(letter(tried), url, List.of(SECRET), NOW);
  }

  private DirectPost toThePublic() {
    return new DirectPost(
        Reach.PUBLIC,
        this::resolve,
        NoSocket::new,
        (SSLSocketFactory) SSLSocketFactory.getDefault(),
        Duration.ofSeconds(3),
        Duration.ofSeconds(10));
  }

  private List<InetAddress> resolve(String host) throws UnknownHostException {
    asked.add(host);
    if (resolved.isEmpty()) {
      throw new UnknownHostException(host);
    }
    return resolved.remove().stream().map(InetAddress::ofLiteral).toList();
  }

  private static SocketAddress at(String address) {
    return new InetSocketAddress(InetAddress.ofLiteral(address), 443);
  }

  private static Letter letter(int tried) {
    var first =
        Letter.first(
            AWebhook.of("crm"), WebhookEvent.LOW_RATING, "a1", Map.of("x", 1).toString(), NOW);
    return new Letter(
        first.workspace(), first.webhook(), first.id(), first.body(), Optional.empty(), tried, NOW);
  }

  /** Notes where it would have gone. */
  private final class NoSocket extends Socket {
    @Override
    public void connect(SocketAddress address, int timeout) throws IOException {
      called.add(address);
      throw new ConnectException("nobody is called by a test");
    }
  }
}
