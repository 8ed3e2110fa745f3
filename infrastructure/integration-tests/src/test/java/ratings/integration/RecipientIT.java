package ratings.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Managers subscribe, confirm by the link in a mail, and hear of a thumb that points down. */
@AgainstTheStack
class RecipientIT {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Api ADMIN = RunningStack.adminOf("stark");
  private static final String CHECK = "/v1/lines/stark-shop/alert-check";

  @Test
  void r92AThumbDownReachesResponsibleAndSupervisorAndIsInTheLog() throws IOException {
    ADMIN.put(
        "/v1/lines/stark-shop", "{\"channel\":\"website\",\"name\":\"Shop\",\"scale\":\"thumbs\"}");
    assertThat(texts(ADMIN.get(CHECK), "/problems", "code"))
        .containsExactly("no-recipient", "no-recipient");
    subscribe("responsible", "m1", "bo@stark.example");
    subscribe("supervisor", "m2", "grace@stark.example");
    assertThat(texts(ADMIN.get(CHECK), "/problems", "code"))
        .containsExactly("not-confirmed", "not-confirmed");
    confirm("bo@stark.example");
    confirm("grace@stark.example");
    assertThat(texts(ADMIN.get("/v1/recipients"), "/items", "confirmed"))
        .containsExactly("true", "true");

    rate("down");
    Waiting.until(() -> !texts(ADMIN.get("/v1/alerts"), "/items/0/recipients", "at").isEmpty());

    var alerts = ADMIN.get("/v1/alerts");
    assertThat(texts(alerts, "/items", "conversationId")).containsExactly("down");
    assertThat(texts(alerts, "/items/0/recipients", "outcome")).containsExactly("mailed", "mailed");
    assertThat(texts(alerts, "/items/0/recipients", "person"))
        .containsExactlyInAnyOrder("m1", "m2");
    Waiting.until(() -> mailsTo("bo@stark.example").size() == 2);
    Waiting.until(() -> mailsTo("grace@stark.example").size() == 2);
    assertThat(mailsTo("grace@stark.example").getLast().get("text").textValue())
        .contains("Conversation down with Bo", "https://chat.example/down");
    var check = ADMIN.get(CHECK);
    assertThat(texts(check, "/problems", "code")).isEmpty();
    assertThat(check.says("recipientsSet", "true")).isTrue();
    assertThat(check.says("confirmed", "true")).isTrue();
    assertThat(JSON.readTree(check.body()).at("/lastAlert/conversationId").textValue())
        .isEqualTo("down");
    assertThat(RunningStack.adminOf("umbrella").get("/v1/alerts").body()).doesNotContain("stark");
    assertThat(RunningStack.adminOf("umbrella").get("/v1/recipients").body())
        .doesNotContain("stark");
  }

  @Test
  void r91AnEndpointHearsOfItSignedAndTheLogSaysThatItHasIt() {
    var admin = RunningStack.adminOf("wayne");
    admin.put(
        "/v1/lines/wayne-shop",
        """
        {"channel": "website", "name": "Shop", "lowRating": {"recipients": ["group"]}}
        """);
    var endpoint = RunningStack.api().url() + "/_local/webhooks/wayne";
    var made =
        admin.post(
            "/v1/recipients",
            "{\"kind\":\"group\",\"protocol\":\"webhook\",\"endpoint\":\"" + endpoint + "\"}");
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    var secret = read(made).get("secret").textValue();
    RunningStack.api().post("/_local/webhooks/secrets", secret);
    assertThat(admin.get("/v1/webhooks").body()).isEqualTo("{\"items\":[]}");

    var body = "{\"conversationId\":\"w-1\",\"score\":1}";
    assertThat(RunningStack.api().post("/v1/widgets/wayne-shop/ratings", body).status())
        .isEqualTo(201);

    Waiting.until(
        () ->
            texts(admin.get("/v1/alerts"), "/items/0/recipients", "outcome")
                .equals(List.of("delivered")));
    var arrived = texts(RunningStack.api().get("/_local/webhooks.json"), "", "box");
    assertThat(arrived).containsOnlyOnce("wayne");
    var verdicts = texts(RunningStack.api().get("/_local/webhooks.json"), "", "verdict");
    assertThat(verdicts.get(arrived.indexOf("wayne"))).isEqualTo("verified");
    var id = read(made).get("id").textValue();
    assertThat(admin.send("DELETE", "/v1/recipients/" + id, "", "accept", "*/*").status())
        .isEqualTo(204);
    assertThat(texts(admin.get("/v1/lines/wayne-shop/alert-check"), "/problems", "code"))
        .containsExactly("no-recipient");
  }

  private static void rate(String conversation) {
    ADMIN.post(
        "/v1/conversations/" + conversation + "/close",
        """
        {"channel": "website", "lineId": "stark-shop", "closedBy": "teammate",
         "closedAt": "2026-11-21T09:30:00.000Z", "chatHistoryUrl": "https://chat.example/down",
         "teammate": {"id": "t1", "name": "Bo", "team": "north"},
         "responsible": {"id": "m1"}, "supervisor": {"id": "m2"}}
        """);
    var body = "{\"conversationId\":\"" + conversation + "\",\"score\":0}";
    assertThat(RunningStack.api().post("/v1/widgets/stark-shop/ratings", body).status())
        .isLessThan(300);
  }

  private static void subscribe(String kind, String person, String address) {
    var body =
        "{\"kind\":\"%s\",\"person\":\"%s\",\"protocol\":\"email\",\"endpoint\":\"%s\"}"
            .formatted(kind, person, address);
    assertThat(ADMIN.post("/v1/recipients", body).status()).isEqualTo(201);
  }

  private static void confirm(String address) {
    Waiting.until(() -> !mailsTo(address).isEmpty());
    var link = URI.create(mailsTo(address).getFirst().get("confirmLink").textValue());
    assertThat(new Api(link, "").get("").status()).isEqualTo(200);
  }

  private static List<JsonNode> mailsTo(String address) {
    var mails = new ArrayList<JsonNode>();
    read(RunningStack.api().get("/_local/mails"))
        .forEach(
            mail -> {
              if (mail.get("to").textValue().equals(address)) {
                mails.add(mail);
              }
            });
    return mails;
  }

  /** A member of each object in a list. */
  private static List<String> texts(Api.Answer answer, String list, String member) {
    var texts = new ArrayList<String>();
    read(answer).at(list).forEach(each -> texts.add(each.path(member).asText()));
    return texts;
  }

  private static JsonNode read(Api.Answer answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new AssertionError(answer.toString(), e);
    }
  }
}
