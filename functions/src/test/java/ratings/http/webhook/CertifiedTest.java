package ratings.http.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ratings.domain.webhook.AWebhook;
import ratings.domain.webhook.Letter;
import ratings.domain.webhook.Post.Answer;
import ratings.domain.webhook.Reach;
import ratings.domain.webhook.Secret;
import ratings.domain.webhook.WebhookEvent;

/** Though the socket goes to an address, it is the name that must be certified. */
class CertifiedTest {
  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir static Path folder;
  private static SSLContext certified;

  @BeforeAll
  static void aCertificateForOneName()
      throws IOException, InterruptedException, GeneralSecurityException {
    var file = folder.resolve("hooks.p12");
    var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    var made =
        new ProcessBuilder(
                keytool,
                "-genkeypair",
                "-alias",
                "hooks",
                "-keyalg",
                "EC",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                "changeit",
                "-dname",
                "CN=hooks",
                "-ext",
                "san=dns:hooks.example.com")
            .redirectErrorStream(true)
            .start();
    assertThat(made.waitFor()).isZero();
    var store = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(file)) {
      store.load(in, PASSWORD);
    }
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD);
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    certified = SSLContext.getInstance("TLS");
    certified.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
  }

  @Test
  void aServerThatHasTheNamesCertificateGetsTheLetter() throws IOException {
    assertThat(bring("hooks.example.com", certified.getSocketFactory()))
        .isEqualTo(new Answer.Taken());
  }

  @Test
  void anotherNameAtTheSameAddressGetsNothing() throws IOException {
    assertThat(bring("other.example.com", certified.getSocketFactory()))
        .isEqualTo(new Answer.Failed("tls-failed"));
  }

  @Test
  void norDoesWhoCertifiesItself() throws IOException {
    assertThat(bring("hooks.example.com", (SSLSocketFactory) SSLSocketFactory.getDefault()))
        .isEqualTo(new Answer.Failed("tls-failed"));
  }

  private static Answer bring(String host, SSLSocketFactory tls) throws IOException {
    var here = InetAddress.getLoopbackAddress();
    var socket = certified.getServerSocketFactory().createServerSocket(0, 1, here);
    try (var server = ScriptedServer.on(socket, "HTTP/1.1 200 OK\r\n\r\n")) {
      return new DirectPost(
              Reach.LOOPBACK_TOO,
              _ -> List.of(here),
              Socket::new,
              tls,
              Duration.ofSeconds(3),
              Duration.ofSeconds(10))
          .bring(
              Letter.first(AWebhook.of("crm"), WebhookEvent.LOW_RATING, "a1", "{}", Instant.EPOCH),
              "https://" + host + ":" + server.port() + "/",
              List.of(Secret.make()),
              Instant.EPOCH);
    }
  }
}
