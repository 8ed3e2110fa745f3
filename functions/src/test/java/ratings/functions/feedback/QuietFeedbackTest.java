package ratings.functions.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static ratings.functions.Said.CANARY;

import java.io.OutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ratings.aws.Tables;
import ratings.aws.TalkativeDynamo;
import ratings.functions.Said;
import ratings.http.Requests;

/**
 * P25: whatever becomes of a delivery, neither the log nor the exception that it ends with, which
 * Lambda logs, says what was sent, by which token, or whom it is about.
 */
@ResourceLock(Resources.SYSTEM_OUT)
class QuietFeedbackTest {
  private final FeedbackScene scene = FeedbackScene.make();

  @ParameterizedTest
  @CsvSource({
    "400, ValidationException",
    "400, ConditionalCheckFailedException",
    "500, InternalServerError"
  })
  void p25WhatATableQuotesOfWhatItRefusesIsNotRepeated(int status, String kind) {
    var tables = TalkativeDynamo.tables(status, kind, "not a number: canary");

    assertThat(said(writing(tables), request(canaries())))
        .isNotEqualTo("[]")
        .satisfies(this::quiet);
    assertThat(said(new SaveFeedbackFunction(tables), request(canaries())))
        .isNotEqualTo("[]")
        .satisfies(this::quiet);
  }

  @Test
  void p25ItsBrokenTwinRepeatsIt() {
    var tables = TalkativeDynamo.openlyToldTables(400, "ValidationException", CANARY);

    assertThat(said(writing(tables), request(canaries()))).contains(CANARY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"canary", "{\"canary\":", "{\"canary\":1}", "[\"canary\"]"})
  void p25ABodyThatIsNoneIsNotRepeated(String body) {
    assertThat(said(scene.function(), request(body)))
        .contains("\"status\":400")
        .satisfies(this::quiet);
  }

  @ParameterizedTest
  @ValueSource(strings = {"canary", "canary.canary.canary", "Bearer canary"})
  void p25ATokenThatIsNoneIsNotRepeated(String token) {
    assertThat(said(scene.function(), scene.request(token).body(canaries())))
        .contains("\"status\":401")
        .satisfies(this::quiet);
  }

  @Test
  void p25WhatIsTakenIsNotRepeatedEither() {
    assertThat(said(scene.function(), request(canaries())))
        .contains("\"status\":200")
        .satisfies(this::quiet);
  }

  @Test
  void noSecretAndNoTokenPrintsItself() {
    var token = SentToken.read(scene.token().make()).orElseThrow();

    assertThat(scene.secret().toString() + token + scene.clients().of(FeedbackScene.CLIENT))
        .doesNotContain(scene.secret().shown())
        .doesNotContain(CANARY);
  }

  private void quiet(String said) {
    assertThat(said)
        .doesNotContain(CANARY)
        .doesNotContain(scene.token().make())
        .doesNotContain(scene.secret().shown());
  }

  private SaveFeedbackFunction writing(Tables tables) {
    return new SaveFeedbackFunction(
        scene.clients(), scene.settings(), tables.ratings(), scene.clock());
  }

  private Requests request(String body) {
    return scene.request(scene.token().make()).body(body);
  }

  private static String canaries() {
    return """
    {"channelUId": "canary@example.com", "name": "canary", "score": 0, "channel": "canary",
     "type": "THUMB", "language": "canary", "message": "canary", "feedback": "canary",
     "userName": "canary", "conversationId": "canary"}
    """;
  }

  private static String said(SaveFeedbackFunction function, Requests request) {
    return Said.by(
        run -> function.handleRequest(request.event(), OutputStream.nullOutputStream(), run));
  }
}
