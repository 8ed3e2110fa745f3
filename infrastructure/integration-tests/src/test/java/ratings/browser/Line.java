package ratings.browser;

import static org.assertj.core.api.Assertions.assertThat;

/** Lines for e-mail that ask all that a line can ask, one for each scale. */
final class Line {
  private static final String SETTINGS =
      """
      {"channel": "email", "name": "Support", "scale": "%s", "askResolved": true,
       "reasons": [{"code": "slow", "label": "It took too long"},
                   {"code": "wrong", "label": "The answer did not help"},
                   {"code": "rude", "label": "Nobody listened"}],
       "requestText": {"en": "How would you rate your conversation with Bo?",
                       "de": "Wie war Ihre Unterhaltung mit Bo?",
                       "ar": "كيف تقيّم محادثتك مع بو؟"}}
      """;

  private Line() {}

  /** The id of the line of a scale, which is there from now on. */
  static String of(String scale) {
    var id = "vandelay-" + scale;
    var answer = Conversation.PLATFORM.put("/v1/lines/" + id, SETTINGS.formatted(scale));
    assertThat(answer.status()).as(answer.toString()).isBetween(200, 201);
    return id;
  }
}
