package ratings.functions.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static ratings.http.Answers.body;
import static ratings.http.Answers.code;
import static ratings.http.Answers.each;
import static ratings.http.Answers.member;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import ratings.domain.Tenancy;
import ratings.domain.notification.Recipient;
import ratings.domain.rating.VirtualClock;
import ratings.domain.webhook.AWebhook;
import ratings.domain.webhook.FakeWebhooks;
import ratings.domain.webhook.Reach;
import ratings.domain.webhook.Secret;
import ratings.http.HostileBodies;
import ratings.http.Json;
import ratings.http.Requests;
import ratings.http.Response;

class WebhooksFunctionTest {
  private static final String CRM =
      "{\"endpoint\": \"https://hooks.example.com/in\", \"events\": [\"low-rating\"]}";

  private final FakeWebhooks webhooks = new FakeWebhooks();
  private final WebhooksFunction function = reaching(Reach.PUBLIC);

  @Test
  void aSecretIsShownByTheAnswerThatMakesItAndNeverAgain() {
    var made = put("acme", "crm", CRM);
    var secret = member(made, "secret").toString();

    assertThat(made.status()).isEqualTo(201);
    assertThat(secret).startsWith("whsec_");
    assertThat(Base64.getDecoder().decode(secret.substring(6))).hasSize(32);
    assertThat(webhooks.secrets("acme", "crm")).extracting(Secret::shown).containsExactly(secret);
    for (var later :
        List.of(
            put("acme", "crm", CRM),
            to("acme", "GET /v1/webhooks/{id}", "crm"),
            to("acme", "GET /v1/webhooks", ""))) {
      assertThat(later.status()).isEqualTo(200);
      assertThat(later.body()).doesNotContain("whsec_").doesNotContain("secret");
    }
  }

  @Test
  void itIsShownAsItIs() {
    put(
        "acme",
        "crm",
        """
        {"endpoint": "https://hooks.example.com/in", "events": ["rating-request", "low-rating"],
         "channels": ["telegram"], "lines": ["support"]}
        """);

    assertThat(body(to("acme", "GET /v1/webhooks/{id}", "crm")))
        .containsEntry("id", "crm")
        .containsEntry("endpoint", "https://hooks.example.com/in")
        .containsEntry("events", List.of("rating-request", "low-rating"))
        .containsEntry("channels", List.of("telegram"))
        .containsEntry("lines", List.of("support"))
        .containsEntry("state", "on")
        .containsEntry("changedAt", "2026-11-21T09:30:00.000Z")
        .containsEntry("offSince", null)
        .hasSize(8);
  }

  @Test
  void oneThatIsOffSaysSoAndIsOnAgainWhenItIsPut() {
    put("acme", "crm", CRM);
    webhooks.switchOff(webhooks.find("acme", "crm").orElseThrow(), VirtualClock.START);

    var off = body(to("acme", "GET /v1/webhooks/{id}", "crm"));
    assertThat(off).containsEntry("state", "off");
    assertThat(off).containsEntry("offSince", "2026-11-21T09:30:00.000Z");
    assertThat(member(put("acme", "crm", CRM), "state")).isEqualTo("on");
  }

  @Test
  void aSecondSecretIsMadeForRotation() {
    var first = member(put("acme", "crm", CRM), "secret");
    var rotated = to("acme", "POST /v1/webhooks/{id}/secrets", "crm");

    assertThat(rotated.status()).isEqualTo(201);
    assertThat(member(rotated, "id")).isEqualTo("crm");
    assertThat(webhooks.secrets("acme", "crm"))
        .extracting(Secret::shown)
        .containsExactly(member(rotated, "secret").toString(), first.toString());
  }

  @Test
  void oneThatIsRemovedIsUnknown() {
    put("acme", "crm", CRM);

    assertThat(to("acme", "DELETE /v1/webhooks/{id}", "crm").status()).isEqualTo(204);
    for (var route :
        List.of(
            "GET /v1/webhooks/{id}",
            "DELETE /v1/webhooks/{id}",
            "POST /v1/webhooks/{id}/secrets")) {
      var unknown = to("acme", route, "crm");
      assertThat(unknown.status()).isEqualTo(404);
      assertThat(code(unknown)).isEqualTo("unknown-webhook");
    }
  }

  @ParameterizedTest
  @MethodSource("ratings.domain.webhook.Attacks#urls")
  void anEndpointThatIsAWayInIsRefused(String url) {
    var body =
        new String(
            Json.write(Map.of("endpoint", url, "events", List.of("low-rating"))),
            StandardCharsets.UTF_8);
    var refused = put("acme", "crm", body);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(each(refused, "errors", "pointer")).containsExactly("/endpoint");
    assertThat(webhooks.of("acme")).isEmpty();
  }

  @Test
  void thisMachineIsTakenWhereTheLocalStackLetsItBe() {
    var here = CRM.replace("https://hooks.example.com", "http://127.0.0.1:8080");

    assertThat(put("acme", "crm", here).status()).isEqualTo(400);
    assertThat(
            webhook("acme", "PUT /v1/webhooks/{id}", "crm")
                .body(here)
                .sentTo(reaching(Reach.LOOPBACK_TOO))
                .status())
        .isEqualTo(201);
  }

  @Test
  void everythingThatIsWrongIsToldAtOnce() {
    var refused =
        put("acme", "crm", "{\"events\": [], \"lines\": [1], \"secret\": \"x\", \"channels\": 1}");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(each(refused, "errors", "pointer"))
        .containsExactlyInAnyOrder("/endpoint", "/events", "/lines/0", "/secret", "/channels");
    assertThat(each(put("acme", "crm", CRM.replace("low-", "high-")), "errors", "pointer"))
        .containsExactly("/events/0");
  }

  @Test
  void whereNoChangesOfRatingsArePublishedNobodyCanWaitForThem() {
    var rating = CRM.replace("low-rating", "rating");
    var silent =
        new WebhooksFunction(
            webhooks,
            Reach.PUBLIC,
            false,
            new Tenancy("workspace", "teammate", ""),
            new VirtualClock());
    var put = webhook("acme", "PUT /v1/webhooks/{id}", "crm");

    assertThat(code(put.body(rating).sentTo(silent))).isEqualTo("rating-events-off");
    assertThat(webhooks.of("acme")).isEmpty();
    assertThat(put.body(CRM).sentTo(silent).status()).isEqualTo(201);
    assertThat(put("acme", "all", rating).status()).isEqualTo(201);
  }

  @Test
  void moreThanAWorkspaceMayHaveAre409() {
    for (int i = 0; i < 20; i++) {
      assertThat(put("acme", "crm" + i, CRM).status()).isEqualTo(201);
    }

    assertThat(code(put("acme", "one-more", CRM))).isEqualTo("too-many-webhooks");
    assertThat(put("acme", "crm7", CRM).status()).isEqualTo(200);
    assertThat(put("globex", "crm", CRM).status()).isEqualTo(201);
  }

  /** Those of recipients are not listed, and cannot be named. */
  @Test
  void whatBringsAlertsToRecipientsIsNotShown() {
    webhooks.put(AWebhook.of(Recipient.webhook("r1")), Secret.make());

    assertThat(to("acme", "GET /v1/webhooks", "").body()).isEqualTo("{\"items\":[]}");
    assertThat(to("acme", "GET /v1/webhooks/{id}", Recipient.webhook("r1")).status())
        .isEqualTo(400);
  }

  @Test
  void p20AnotherWorkspacesWebhooksAreOutOfReach() {
    put("acme", "crm", CRM);
    var before = webhooks.secrets("acme", "crm");

    assertThat(to("globex", "GET /v1/webhooks", "").body()).isEqualTo("{\"items\":[]}");
    assertThat(to("globex", "GET /v1/webhooks/{id}", "crm").status()).isEqualTo(404);
    assertThat(to("globex", "DELETE /v1/webhooks/{id}", "crm").status()).isEqualTo(404);
    assertThat(to("globex", "POST /v1/webhooks/{id}/secrets", "crm").status()).isEqualTo(404);
    assertThat(put("globex", "crm", CRM).status()).isEqualTo(201);
    assertThat(webhooks.secrets("acme", "crm")).isEqualTo(before);
    assertThat(webhooks.secrets("globex", "crm")).doesNotContainAnyElementsOf(before);
  }

  @Test
  void withoutTheRightIs403() {
    for (String right : List.of("", "ratings/read", "ratings/conversations")) {
      var list = Requests.to("GET /v1/webhooks").claim("workspace", "acme").claim("scope", right);
      assertThat(list.sentTo(function).status()).isEqualTo(403);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "\u0000", "", "\ud800", " "})
  void anIdThatIsNoneIs400(String id) {
    for (String route :
        List.of(
            "GET /v1/webhooks/{id}",
            "PUT /v1/webhooks/{id}",
            "DELETE /v1/webhooks/{id}",
            "POST /v1/webhooks/{id}/secrets")) {
      assertThat(webhook("acme", route, id).body(CRM).sentTo(function).status()).isEqualTo(400);
    }
  }

  @Test
  void p23WhateverIsPutIsTakenOrRefusedByRule() {
    var bodies = new HostileBodies(23, List.of("endpoint", "events", "channels", "lines"));
    for (int i = 0; i < 10_000; i++) {
      var refused = webhook("acme", "PUT /v1/webhooks/{id}", "crm").body(bodies.next());
      var answer = refused.sentTo(function);

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.headers()).containsEntry("content-type", "application/problem+json");
    }
    assertThat(webhooks.of("acme")).isEmpty();
  }

  private Response put(String workspace, String id, String body) {
    return webhook(workspace, "PUT /v1/webhooks/{id}", id).body(body).sentTo(function);
  }

  private Response to(String workspace, String route, String id) {
    return webhook(workspace, route, id).sentTo(function);
  }

  private static Requests webhook(String workspace, String route, String id) {
    return Requests.to(route)
        .parameter("id", id)
        .claim("workspace", workspace)
        .claim("scope", "ratings/settings");
  }

  private WebhooksFunction reaching(Reach reach) {
    var tenancy = new Tenancy("workspace", "teammate", "");
    return new WebhooksFunction(webhooks, reach, true, tenancy, new VirtualClock());
  }
}
