package ratings.functions.request;

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
import ratings.domain.Tenancy;
import ratings.domain.conversation.RequestLinks;
import ratings.domain.conversation.RequestTokens;
import ratings.domain.rating.VirtualClock;
import ratings.domain.settings.Condition;
import ratings.domain.settings.FakeSettings;
import ratings.domain.settings.SampleLine;
import ratings.domain.signing.FixedSignatures;
import ratings.functions.Said;
import ratings.http.Requests;

/**
 * P25: whatever becomes of a close, a reopening or a look at either, neither the log nor the
 * exception that it ends with, which Lambda logs, says what was sent or whom it is about.
 */
@ResourceLock(Resources.SYSTEM_OUT)
class QuietCloseTest {
  private static final String OF = " /v1/conversations/{conversationId}/";
  private static final String BODY =
      """
      {"channel": "telegram", "lineId": "canary", "closedBy": "teammate",
       "closedAt": "2026-11-21T09:30:00.000Z", "chatHistoryUrl": "https://canary.example/canary",
       "teammate": {"id": "canary", "name": "canary"}, "messageId": "canary", "botId": "canary",
       "customer": {"id": "canary", "name": "canary", "email": "canary@example.com"}}
      """;

  private final FakeSettings settings = new FakeSettings();

  QuietCloseTest() {
    settings.put("acme", CANARY, SampleLine.widget(CANARY).settings(), new Condition.Always());
  }

  @ParameterizedTest
  @CsvSource({
    "400, ValidationException",
    "400, ConditionalCheckFailedException",
    "500, InternalServerError"
  })
  void p25WhatATableQuotesOfWhatItRefusesIsNotRepeated(int status, String kind) {
    var tables = TalkativeDynamo.tables(status, kind, "not a number: canary");

    assertThat(said(tables, "POST" + OF + "close")).doesNotContain(CANARY).isNotEqualTo("[]");
    assertThat(said(tables, "POST" + OF + "reopen")).doesNotContain(CANARY).isNotEqualTo("[]");
    assertThat(said(tables, "GET" + OF + "rating")).doesNotContain(CANARY).isNotEqualTo("[]");
  }

  @Test
  void p25ItsBrokenTwinRepeatsIt() {
    var tables = TalkativeDynamo.openlyToldTables(400, "ValidationException", CANARY);

    assertThat(said(tables, "POST" + OF + "close")).contains(CANARY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"canary", "{\"canary\":", "{\"canary\":1}", "[\"canary\"]"})
  void p25ABodyThatIsNoneIsNotRepeated(String body) {
    var tables = TalkativeDynamo.tables(400, "ValidationException", CANARY);
    var request = to("POST" + OF + "close").body(body);

    assertThat(said(tables, request)).contains("\"status\":400").doesNotContain(CANARY);
  }

  private String said(Tables tables, String route) {
    return said(tables, to(route).body(BODY));
  }

  private String said(Tables tables, Requests request) {
    var function =
        new CloseConversationFunction(
            settings,
            tables.conversations(),
            tables.ratings(),
            new RequestLinks(
                new RequestTokens(new FixedSignatures("test")), "https://ratings.example"),
            new VirtualClock(),
            new Tenancy("workspace", "teammate", ""));
    return Said.by(
        run -> function.handleRequest(request.event(), OutputStream.nullOutputStream(), run));
  }

  private static Requests to(String route) {
    return Requests.to(route)
        .parameter("conversationId", CANARY)
        .header("authorization", "Bearer canary")
        .claim("workspace", "acme")
        .claim("sub", CANARY)
        .claim("scope", "ratings/conversations");
  }
}
