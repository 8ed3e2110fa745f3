package ratings.functions.recipients;

import static org.assertj.core.api.Assertions.assertThat;
import static ratings.functions.Said.CANARY;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ratings.aws.TalkativeDynamo;
import ratings.domain.Tenancy;
import ratings.domain.notification.Directory;
import ratings.domain.notification.FakeAlertLog;
import ratings.domain.notification.FakeMailboxes;
import ratings.domain.notification.Scene;
import ratings.domain.rating.VirtualClock;
import ratings.domain.settings.FakeSettings;
import ratings.domain.webhook.FakeWebhooks;
import ratings.domain.webhook.Reach;
import ratings.functions.Said;
import ratings.http.Json;

/** P25: whatever becomes of it, nothing that is said of a recipient holds the address. */
@ResourceLock(Resources.SYSTEM_OUT)
class QuietRecipientsTest {
  private static final Tenancy TENANCY = new Tenancy("workspace", "teammate", "");

  @ParameterizedTest
  @CsvSource({"400, ValidationException", "500, InternalServerError"})
  void p25WhatATableQuotesOfWhatItRefusesIsNotRepeated(int status, String kind) {
    var tables = TalkativeDynamo.tables(status, kind, "no such address: canary@example.com");
    var function =
        new RecipientsFunction(
            new Directory(
                tables.recipients(), new FakeMailboxes(), tables.webhooks(), Clock.systemUTC()),
            new FakeSettings(),
            tables.alertLog(),
            Reach.PUBLIC,
            TENANCY);

    assertThat(said(function)).doesNotContain(CANARY);
  }

  @ParameterizedTest
  @CsvSource({"canary@example.com", "canary", "https://canary.example.com/", "https://canary/"})
  void p25AnAddressThatIsTakenOrRefusedIsNotRepeated(String address) {
    var recipients = Scene.of(new VirtualClock()).recipients();
    var function =
        new RecipientsFunction(
            new Directory(recipients, new FakeMailboxes(), new FakeWebhooks(), Clock.systemUTC()),
            new FakeSettings(),
            new FakeAlertLog(),
            Reach.PUBLIC,
            TENANCY);

    assertThat(said(function, address)).contains("POST /v1/recipients").doesNotContain(CANARY);
  }

  private static String said(RecipientsFunction function) {
    return said(function, "canary@example.com") + said(function, "https://canary.example.com/");
  }

  private static String said(RecipientsFunction function, String address) {
    var claims = Map.of("workspace", "acme", "scope", "ratings/settings");
    var body =
        Map.of(
            "kind",
            "group",
            "protocol",
            address.startsWith("https") ? "webhook" : "email",
            "endpoint",
            address,
            "group",
            "canary");
    var event =
        Map.of(
            "version",
            "2.0",
            "routeKey",
            "POST /v1/recipients",
            "rawPath",
            "/v1/recipients",
            "rawQueryString",
            "",
            "headers",
            Map.of("content-type", "application/json"),
            "requestContext",
            Map.of(
                "http", Map.of("method", "POST"),
                "authorizer", Map.of("jwt", Map.of("claims", claims)),
                "requestId", "r"),
            "body",
            new String(Json.write(body), StandardCharsets.UTF_8),
            "isBase64Encoded",
            false);
    return Said.by(
        run ->
            function.handleRequest(
                new ByteArrayInputStream(Json.write(event)), OutputStream.nullOutputStream(), run));
  }
}
