package ratings.functions.recipients;

import static org.assertj.core.api.Assertions.assertThat;
import static ratings.http.Answers.code;
import static ratings.http.Answers.each;
import static ratings.http.Answers.member;
import static ratings.http.Answers.object;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import ratings.domain.Tenancy;
import ratings.domain.document.Reading;
import ratings.domain.notification.AnAnnouncement;
import ratings.domain.notification.Directory;
import ratings.domain.notification.FakeAlertLog;
import ratings.domain.notification.FakeMailboxes;
import ratings.domain.notification.FakeRecipients;
import ratings.domain.notification.Fate;
import ratings.domain.notification.Notified;
import ratings.domain.notification.Recipient;
import ratings.domain.rating.VirtualClock;
import ratings.domain.settings.Condition;
import ratings.domain.settings.FakeSettings;
import ratings.domain.settings.Settings;
import ratings.domain.webhook.FakeWebhooks;
import ratings.domain.webhook.Reach;
import ratings.domain.webhook.Secret;
import ratings.http.HostileBodies;
import ratings.http.Json;
import ratings.http.Requests;
import ratings.http.Response;

class RecipientsFunctionTest {
  private static final String GRACE =
      "{\"kind\":\"supervisor\",\"person\":\"m2\",\"protocol\":\"email\","
          + "\"endpoint\":\"grace@example.com\"}";
  private static final String BO =
      "{\"kind\":\"responsible\",\"protocol\":\"email\",\"endpoint\":\"bo@example.com\"}";

  private static final String DESK =
      "{\"kind\":\"group\",\"protocol\":\"webhook\","
          + "\"endpoint\":\"https://hooks.example.com/in\"}";

  private final FakeRecipients recipients = new FakeRecipients();
  private final FakeMailboxes mailboxes = new FakeMailboxes();
  private final FakeSettings settings = new FakeSettings();
  private final FakeAlertLog log = new FakeAlertLog();
  private final FakeWebhooks webhooks = new FakeWebhooks();
  private final RecipientsFunction function =
      new RecipientsFunction(
          new Directory(recipients, mailboxes, webhooks, new VirtualClock()),
          settings,
          log,
          Reach.PUBLIC,
          new Tenancy("workspace", "teammate", ""));

  @Test
  void r91AnEndpointIsConfirmedWithASecretThatIsShownOnce() throws Exception {
    var made = add("acme", DESK);

    assertThat(made.status()).isEqualTo(201);
    assertThat(member(made, "protocol")).isEqualTo("webhook");
    assertThat(member(made, "endpoint")).isEqualTo("https://hooks.example.com/in");
    assertThat(member(made, "confirmed")).isEqualTo(true);
    assertThat(member(made, "secret").toString()).startsWith("whsec_");
    assertThat(secrets(made)).containsExactly(member(made, "secret").toString());
    var again = add("acme", DESK);
    assertThat(again.status()).isEqualTo(200);
    for (var later : List.of(again, list("acme"))) {
      assertThat(later.body()).contains("hooks.example.com").doesNotContain("secret");
    }
  }

  @Test
  void aSecondSecretOfAnEndpointIsMadeForRotation() throws Exception {
    var made = add("acme", DESK);
    var id = member(made, "id").toString();
    var rotated = rotate("acme", id);

    assertThat(rotated.status()).isEqualTo(201);
    assertThat(secrets(made))
        .containsExactly(member(rotated, "secret").toString(), member(made, "secret").toString());
    for (var unknown :
        List.of(
            rotate("acme", member(add("acme", GRACE), "id").toString()),
            rotate("globex", id),
            rotate("acme", "a b"))) {
      assertThat(code(unknown)).isEqualTo("not-found");
    }
  }

  @Test
  void anEndpointThatIsRemovedIsGoneWithItsSecrets() throws Exception {
    var made = add("acme", DESK);
    assertThat(remove("globex", member(made, "id").toString()).status()).isEqualTo(404);
    assertThat(secrets(made)).hasSize(1);

    assertThat(remove("acme", member(made, "id").toString()).status()).isEqualTo(204);

    assertThat(secrets(made)).isEmpty();
    assertThat(webhooks.of("acme")).isEmpty();
    assertThat(list("acme").body()).doesNotContain("hooks");
  }

  /** Whoever died between the two writes of either left one of them. */
  @Test
  void anEndpointThatIsHalfThereIsMadeWhole() throws Exception {
    var made = add("acme", DESK);
    recipients.remove("acme", member(made, "id").toString());
    var again = add("acme", DESK);
    assertThat(again.status()).isEqualTo(201);
    assertThat(secrets(made)).hasSize(2).first().isEqualTo(member(again, "secret"));

    webhooks.remove("acme", Recipient.webhook(member(made, "id").toString()));
    assertThat(each(list("acme"), "items", "confirmed")).containsExactly("false");
    assertThat(add("acme", DESK).status()).isEqualTo(201);
    assertThat(each(list("acme"), "items", "confirmed")).containsExactly("true");
  }

  @Test
  void r107AnEndpointThatIsGoneIsNamedUntilItIsPostedAgain() throws Exception {
    line("acme", "shop", ",\"lowRating\":{\"recipients\":[\"group\"]}");
    add("acme", DESK);
    assertThat(each(check("acme", "shop"), "problems", "code")).isEmpty();
    assertThat(member(check("acme", "shop"), "confirmed")).isEqualTo(true);

    webhooks.switchOff(webhooks.of("acme").getFirst(), VirtualClock.START);

    assertThat(each(check("acme", "shop"), "problems", "code")).containsExactly("not-confirmed");
    assertThat(check("acme", "shop").body()).contains("its endpoint is gone");
    assertThat(add("acme", DESK).status()).isEqualTo(200);
    assertThat(each(check("acme", "shop"), "problems", "code")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("ratings.domain.webhook.Attacks#urls")
  void anEndpointThatIsAWayInIsRefused(String url) throws Exception {
    var body = Map.of("kind", "group", "protocol", "webhook", "endpoint", url);
    var refused = add("acme", new String(Json.write(body), StandardCharsets.UTF_8));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(each(refused, "errors", "pointer")).containsExactly("/endpoint");
    assertThat(webhooks.of("acme")).isEmpty();
  }

  @Test
  void moreEndpointsThanAWorkspaceMayHaveAre409() throws Exception {
    for (int i = 0; i < Directory.MOST_HOOKS; i++) {
      assertThat(add("acme", DESK.replace("/in", "/" + i)).status()).isEqualTo(201);
    }

    assertThat(code(add("acme", DESK))).isEqualTo("too-many-recipients");
    assertThat(add("acme", DESK.replace("/in", "/7")).status()).isEqualTo(200);
    assertThat(add("globex", DESK).status()).isEqualTo(201);
  }

  @Test
  void r91ARecipientIsMadeOnceAndShowsWhetherHeConfirmed() throws Exception {
    var made = add("acme", GRACE);

    assertThat(made.status()).isEqualTo(201);
    assertThat(member(made, "person")).isEqualTo("m2");
    assertThat(member(made, "endpoint")).isEqualTo("grace@example.com");
    assertThat(member(made, "confirmed")).isEqualTo(false);
    mailboxes.agree("grace@example.com");
    var again = add("acme", GRACE);
    assertThat(again.status()).isEqualTo(200);
    assertThat(member(again, "id")).isEqualTo(member(made, "id"));
    assertThat(each(list("acme"), "items", "confirmed")).containsExactly("true");
  }

  @Test
  void r91AGroupIsATeamOrEverybody() throws Exception {
    var north = add("acme", "{\"kind\":\"group\",\"group\":\"north\"," + BO.substring(22));
    var all = add("acme", "{\"kind\":\"group\"," + BO.substring(22));

    assertThat(member(north, "group")).isEqualTo("north");
    assertThat(all.status()).isEqualTo(201);
    assertThat(all.body()).doesNotContain("\"group\":\"").doesNotContain("person");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | /kind,/protocol,/endpoint",
        "{'kind':'boss','protocol':'pigeon','endpoint':'bo'} | /kind,/protocol,/endpoint",
        "{'kind':'supervisor','protocol':'email','endpoint':'b@c.d','group':'x'} | /group",
        "{'kind':'group','protocol':'email','endpoint':'b@c.d','person':'x'} | /person",
        "{'kind':'group','protocol':'email','endpoint':'b@c.d','group':'a b'} | /group",
        "{'kind':'group','protocol':'webhook','endpoint':'b@c.d'} | /endpoint",
        "{'kind':'group','protocol':'email','endpoint':'b@c.d','confirmed':true} | /confirmed"
      })
  void allThatIsWrongIsToldAtOnce(String body, String pointers) throws Exception {
    var refused = add("acme", body.replace('\'', '"'));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(each(refused, "errors", "pointer"))
        .containsExactlyInAnyOrder(pointers.strip().split(","));
    assertThat(recipients.of("acme")).isEmpty();
  }

  @Test
  void moreAddressesThanATopicTakesAre409() throws Exception {
    for (int i = 0; i < 200; i++) {
      assertThat(add("acme", BO.replace("bo@", i + "@")).status()).isEqualTo(201);
    }

    assertThat(code(add("acme", BO))).isEqualTo("too-many-recipients");
    assertThat(add("acme", BO.replace("bo@", "7@").replace("responsible", "supervisor")).status())
        .isEqualTo(201);
  }

  @Test
  void whoIsRemovedIsGone() throws Exception {
    var id = member(add("acme", GRACE), "id").toString();

    assertThat(remove("acme", id).status()).isEqualTo(204);
    assertThat(code(remove("acme", id))).isEqualTo("not-found");
    assertThat(remove("acme", "a b").status()).isEqualTo(404);
    assertThat(each(list("acme"), "items", "id")).isEmpty();
  }

  @Test
  void p20AnotherWorkspacesRecipientsAreOutOfReach() throws Exception {
    var id = member(add("acme", GRACE), "id").toString();
    line("acme", "shop", "");

    assertThat(remove("globex", id).status()).isEqualTo(404);
    assertThat(list("globex").body()).doesNotContain("grace");
    assertThat(code(check("globex", "shop"))).isEqualTo("unknown-line");
    line("globex", "desk", "");
    assertThat(member(check("globex", "desk"), "recipientsSet")).isEqualTo(false);
    assertThat(each(list("acme"), "items", "id")).containsExactly(id);
  }

  @Test
  void r107ALineWithoutRecipientsIsNamed() throws Exception {
    line("acme", "shop", "");

    var check = check("acme", "shop");

    assertThat(member(check, "recipientsSet")).isEqualTo(false);
    assertThat(member(check, "confirmed")).isEqualTo(false);
    assertThat(member(check, "lastAlert")).isNull();
    assertThat(each(check, "problems", "code")).containsExactly("no-recipient", "no-recipient");
    assertThat(check.body()).contains("role responsible", "role supervisor");
  }

  @Test
  void r107WhoHasNotConfirmedIsNamed() throws Exception {
    line("acme", "shop", "");
    add("acme", GRACE);
    var bo = member(add("acme", BO), "id").toString();
    mailboxes.agree("grace@example.com");

    var check = check("acme", "shop");

    assertThat(member(check, "recipientsSet")).isEqualTo(true);
    assertThat(member(check, "confirmed")).isEqualTo(false);
    assertThat(each(check, "problems", "code")).containsExactly("not-confirmed");
    assertThat(check.body()).contains(bo);
    mailboxes.agree("bo@example.com");
    assertThat(member(check("acme", "shop"), "confirmed")).isEqualTo(true);
    assertThat(each(check("acme", "shop"), "problems", "code")).isEmpty();
  }

  @Test
  void r107WhatKeepsEveryAlertAwayIsNamed() throws Exception {
    line("acme", "shop", ",\"collectRatings\":false,\"lowRating\":{\"recipients\":[]}");

    assertThat(each(check("acme", "shop"), "problems", "code"))
        .containsExactly("ratings-off", "no-roles");
  }

  @Test
  void r107AThresholdThatNoScoreOfTheScaleReachesIsNamed() throws Exception {
    workspace("acme", "{\"scale\":\"nps\"}");
    line("acme", "shop", ",\"lowRating\":{\"threshold\":8,\"recipients\":[\"group\"]}");
    workspace("acme", "{\"scale\":\"stars5\"}");

    var check = check("acme", "shop");

    assertThat(each(check, "problems", "code"))
        .containsExactly("threshold-out-of-scale", "no-recipient");
    assertThat(check.body()).contains("threshold 8 is no score of stars5; 2 is used");
  }

  @Test
  void r107WhatBecameOfTheLastAlertIsShownAndNamedIfItFailed() throws Exception {
    line("acme", "shop", ",\"lowRating\":{\"recipients\":[\"supervisor\"]}");
    var grace = valid(Recipient.read("acme", Json.read(GRACE), Reach.PUBLIC));
    recipients.add(grace);
    mailboxes.agree("grace@example.com");
    var alert = AnAnnouncement.of("c1").on("shop").make();
    log.enter(alert);
    log.note(alert, List.of(Notified.of(grace, Fate.failed("status-500", alert.recordedAt()))));
    log.enter(AnAnnouncement.of("c2").on("desk").at(alert.recordedAt().plusSeconds(1)).make());

    var check = check("acme", "shop");

    assertThat(each(check, "problems", "code")).containsExactly("last-alert-failed");
    assertThat(object(check, "lastAlert")).containsEntry("conversationId", "c1");
    assertThat(check.body())
        .contains("\"outcome\":\"failed\"", "\"reason\":\"status-500\"", "\"person\":\"m2\"");
  }

  @Test
  void withoutTheRightIs403() {
    for (String route : List.of("GET /v1/recipients", "GET /v1/lines/{lineId}/alert-check")) {
      var refused =
          Requests.to(route)
              .claim("workspace", "acme")
              .claim("scope", "ratings/read")
              .parameter("lineId", "shop")
              .sentTo(function);
      assertThat(refused.status()).isEqualTo(403);
    }
  }

  @Test
  void p23WhateverIsPostedIsTakenOrRefusedByRule() {
    var fields = List.of("kind", "person", "group", "protocol", "endpoint");
    var bodies = new HostileBodies(91, fields);
    for (int i = 0; i < 10_000; i++) {
      var refused = admin("acme", "POST /v1/recipients").body(bodies.next()).sentTo(function);

      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.headers()).containsEntry("content-type", "application/problem+json");
    }
    assertThat(recipients.of("acme")).isEmpty();
  }

  private Response add(String workspace, String body) {
    return admin(workspace, "POST /v1/recipients").body(body).sentTo(function);
  }

  private Response list(String workspace) {
    return admin(workspace, "GET /v1/recipients").sentTo(function);
  }

  private Response remove(String workspace, String id) {
    return admin(workspace, "DELETE /v1/recipients/{id}").parameter("id", id).sentTo(function);
  }

  private Response rotate(String workspace, String id) {
    return admin(workspace, "POST /v1/recipients/{id}/secrets")
        .parameter("id", id)
        .sentTo(function);
  }

  private List<String> secrets(Response made) {
    return webhooks.secrets("acme", Recipient.webhook(member(made, "id").toString())).stream()
        .map(Secret::shown)
        .toList();
  }

  private Response check(String workspace, String line) {
    return admin(workspace, "GET /v1/lines/{lineId}/alert-check")
        .parameter("lineId", line)
        .sentTo(function);
  }

  private void line(String workspace, String id, String more) throws Json.Malformed {
    var document = Json.read("{\"channel\":\"website\",\"name\":\"Shop\"" + more + "}");
    var own = valid(Settings.readLine(document, settings.settings(workspace)));
    settings.put(workspace, id, own, new Condition.Always());
  }

  private void workspace(String workspace, String document) throws Json.Malformed {
    var own = valid(Settings.readWorkspace(Json.read(document)));
    settings.put(workspace, own, new Condition.Always());
  }

  private static <T> T valid(Reading<T> reading) {
    return ((Reading.Valid<T>) reading).value();
  }

  private static Requests admin(String workspace, String route) {
    return Requests.to(route)
        .claim("workspace", workspace)
        .claim("scope", "ratings/read ratings/settings");
  }
}
