package ratings.local.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The signature was computed by OpenSSL. */
class ReceiverTest {
  private static final String SECRET = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
  private static final String SIGNATURE = "v1,XznNxW84IP7BL4lnCQij5he9I6MzeMqEilp3exVjYmc=";
  private static final String BODY = "{\"text\":\"Gr\u00fc\u00dfe \u2639\"}";
  private static final Instant SIGNED = Instant.ofEpochSecond(1_795_253_400);

  private final AtomicReference<Instant> now = new AtomicReference<>(SIGNED);
  private final Receiver receiver = new Receiver(now::get);

  @BeforeEach
  void aSecret() {
    assertThat(receiver.learn(SECRET)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "msg_canary, 1795253400, '%s', VERIFIED, 204",
    "msg_canary, 1795253400, 'v1,eA== %s', VERIFIED, 204",
    "msg_canary, 1795253400, '%s v1a,eA==', VERIFIED, 204",
    "msg_canarz, 1795253400, '%s', FORGED, 400",
    "msg_canary, 1795253401, '%s', FORGED, 400",
    "msg_canary, 1795253400, 'v2,XznNxW84IP7BL4lnCQij5he9I6MzeMqEilp3exVjYmc=', FORGED, 400",
    "msg_canary, 1795253400, 'v1,', FORGED, 400",
    "msg_canary, yesterday, '%s', UNSIGNED, 400",
    "'', 1795253400, '%s', UNSIGNED, 400",
    "msg_canary, 1795253400, '', UNSIGNED, 400",
  })
  void onlyWhatIsSignedIsTaken(
      String id, String time, String signature, Verdict verdict, int status) {
    var arrival = take(id, time, signature.formatted(SIGNATURE), BODY);

    assertThat(arrival.verdict()).isEqualTo(verdict);
    assertThat(arrival.status()).isEqualTo(status);
    assertThat(receiver.arrivals()).containsExactly(arrival);
  }

  @Test
  void aBodyThatWasTouchedOrASecretThatIsUnknownIsForged() {
    assertThat(take(BODY + " ").verdict()).isEqualTo(Verdict.FORGED);
    assertThat(
            new Receiver(now::get)
                .take("main", headers("msg_canary", "1795253400", SIGNATURE)::get, BODY)
                .verdict())
        .isEqualTo(Verdict.FORGED);
  }

  @Test
  void whatIsSignedForAnotherTimeIsStale() {
    now.set(SIGNED.plusSeconds(300));
    assertThat(take(BODY).verdict()).isEqualTo(Verdict.VERIFIED);
    now.set(SIGNED.plusSeconds(301));
    assertThat(take(BODY).verdict()).isEqualTo(Verdict.STALE);
    now.set(SIGNED.minusSeconds(301));
    assertThat(take(BODY).verdict()).isEqualTo(Verdict.STALE);
  }

  @Test
  void aRepetitionOfWhatWasTakenIsSeen() {
    receiver.goDown("main", Duration.ofSeconds(60));
    assertThat(take(BODY).status()).isEqualTo(503);
    now.set(SIGNED.plusSeconds(60));
    assertThat(take(BODY).repeated()).isFalse();
    assertThat(take(BODY).repeated()).isTrue();
  }

  @Test
  void whatIsNoSecretIsNotLearned() {
    assertThat(receiver.learn("secret")).isFalse();
    assertThat(receiver.learn("whsec_x")).isFalse();
  }

  private Arrival take(String body) {
    return take("msg_canary", "1795253400", SIGNATURE, body);
  }

  private Arrival take(String id, String time, String signature, String body) {
    return receiver.take("main", headers(id, time, signature)::get, body);
  }

  private static Map<String, String> headers(String id, String time, String signature) {
    return Map.of("webhook-id", id, "webhook-timestamp", time, "webhook-signature", signature);
  }
}
