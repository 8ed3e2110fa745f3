package ratings.http.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ratings.domain.webhook.Secret;

/** Expected values were computed by OpenSSL. */
class StandardSignatureTest {
  private static final String KEY =
      "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
  private static final String OLD_KEY =
      "fffefdfcfbfaf9f8f7f6f5f4f3f2f1f0efeeedecebeae9e8e7e6e5e4e3e2e1e0";
  private static final Instant AT = Instant.ofEpochSecond(1_795_253_400);
  private static final String BODY = "{\"text\":\"Gr\u00fc\u00dfe \u2639\"}";
  private static final String SIGNATURE = "v1,XznNxW84IP7BL4lnCQij5he9I6MzeMqEilp3exVjYmc=";
  private static final String OLD_SIGNATURE = "v1,2lodFHaPcVdFXrClLr1SOhAN0cWsijGhcQWCpnv2+l4=";

  @Test
  void itIsWhatTheSchemeSays() {
    var secret = Secret.of(Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));

    assertThat(
            StandardSignature.of(
                List.of(secret),
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                Instant.ofEpochSecond(1_614_265_330),
                "{\"test\": 2432232314}"))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void itIsOverTheBytesThatAreSentAndTheSecondAtWhichTheyAre() {
    assertThat(StandardSignature.of(List.of(secret(KEY)), "msg_canary", AT.plusMillis(999), BODY))
        .isEqualTo(SIGNATURE);
  }

  @Test
  void whileSecretsAreRotatedEachOfTheTwoSigns() {
    var both = List.of(secret(KEY), secret(OLD_KEY));

    assertThat(StandardSignature.of(both, "msg_canary", AT, BODY))
        .isEqualTo(SIGNATURE + " " + OLD_SIGNATURE);
  }

  /** P22's like: nothing that is signed can be changed by a bit. */
  @ParameterizedTest
  @ValueSource(strings = {"id", "time", "body", "secret"})
  void everyBitOfItCounts(String part) {
    for (int bit = 0; bit < 8; bit++) {
      int flip = 1 << bit;
      var key = secret(KEY).bytes();
      key[31] ^= (byte) (part.equals("secret") ? flip : 0);
      var id = "msg_canar" + (char) ('y' ^ (part.equals("id") ? flip : 0));
      var at = AT.plusSeconds(part.equals("time") ? flip : 0);
      var body = BODY.replace('{', (char) ('{' ^ (part.equals("body") ? flip : 0)));

      assertThat(StandardSignature.of(List.of(Secret.of(key)), id, at, body))
          .isNotEqualTo(SIGNATURE);
    }
  }

  private static Secret secret(String hex) {
    return Secret.of(HexFormat.of().parseHex(hex));
  }
}
