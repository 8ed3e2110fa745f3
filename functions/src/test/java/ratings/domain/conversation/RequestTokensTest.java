package ratings.domain.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import ratings.domain.signing.FixedSignatures;

class RequestTokensTest {
  private static final Instant EXPIRES = Instant.parse("2026-12-21T09:30:00Z");
  private static final ConversationId CONVERSATION = new ConversationId("acme", "a#b|ü\uFFFD");

  private final RequestTokens tokens = new RequestTokens(new FixedSignatures("ours"));
  private final String token = tokens.write(CONVERSATION, EXPIRES);

  @Test
  void aTokenNamesItsConversationUntilItExpires() {
    assertThat(tokens.read(token, EXPIRES.minusMillis(1))).contains(CONVERSATION);
    assertThat(tokens.read(token, EXPIRES)).isEmpty();
  }

  @Test
  void p22EveryFlippedBitAndEveryCutMakesItNoToken() {
    var bytes = Base64.getUrlDecoder().decode(token);
    for (int bit = 0; bit < bytes.length * 8; bit++) {
      var flipped = bytes.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      var forged = Base64.getUrlEncoder().withoutPadding().encodeToString(flipped);

      assertThat(tokens.read(forged, Instant.EPOCH)).as("bit %d", bit).isEmpty();
    }
    for (int length = 0; length < token.length(); length++) {
      assertThat(tokens.read(token.substring(0, length), Instant.EPOCH)).isEmpty();
    }
    assertThat(tokens.read(token + "=", Instant.EPOCH)).isEmpty();
  }

  @Test
  void p22WhoeverSignsWithAnotherKeyIsNotBelieved() {
    assertThat(new RequestTokens(new FixedSignatures("another")).read(token, Instant.EPOCH))
        .isEmpty();
  }
}
