package ratings.functions.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ratings.aws.DynamoConversations;
import ratings.aws.DynamoRatings;
import ratings.aws.LocalTable;
import ratings.aws.Retries;
import ratings.aws.VaultKeys;
import ratings.aws.VaultSignatures;
import ratings.domain.conversation.RequestTokens;
import ratings.domain.rating.Closings;
import ratings.domain.rating.VirtualClock;
import ratings.domain.settings.Condition;
import ratings.domain.settings.FakeSettings;
import ratings.domain.signing.Signatures;
import ratings.http.HttpFunction;
import ratings.http.Problem;
import ratings.http.Request;
import ratings.http.Requests;
import ratings.http.Response;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** P12: opening a link by GET or HEAD writes nothing, whoever does it and how often. */
class OpeningWritesNothingTest {
  @AutoClose private final LocalTable table = LocalTable.ofRatings();
  @AutoClose private final LocalTable vault = LocalTable.ofTheVault();
  private final VirtualClock clock = new VirtualClock();
  private final Retries retries = Retries.whileSomebodyWaits();
  private final FakeSettings settings = new FakeSettings();
  private final Signatures signatures =
      new VaultSignatures(new VaultKeys(vault.dynamo(), vault.name(), "link", clock, retries));
  private final RatingPageFunction function =
      new RatingPageFunction(
          settings,
          new DynamoRatings(table.dynamo(), table.name(), clock, retries),
          signatures,
          clock);
  private final String token =
      new RequestTokens(signatures)
          .write(PageScene.CONVERSATION, clock.instant().plus(Duration.ofDays(30)));

  @BeforeEach
  void aConversationWasAsked() {
    settings.put("acme", "site", PageScene.curious().settings(), new Condition.Always());
    new DynamoConversations(table.dynamo(), table.name(), clock, retries)
        .close(
            settings.find("acme", "site").orElseThrow(),
            PageScene.CONVERSATION,
            Closings.at(clock.instant()).teammate("t1").make());
  }

  @Test
  void p12AScannersRequestsLeaveTheTablesAsTheyWere() {
    var before = stored();
    scan(function);

    assertThat(stored()).isEqualTo(before);
    answer(function);
    var rated = stored();
    assertThat(rated).isNotEqualTo(before);
    scan(function);
    assertThat(stored()).isEqualTo(rated);
  }

  @Test
  void p12APageThatRecordsWhatItsLinkChoseFailsHere() {
    var before = stored();
    scan((HttpFunction) this::recordingAtOnce);

    assertThat(stored()).isNotEqualTo(before);
  }

  /** Every reaction of an email is opened, looked at before, and opened again. */
  private void scan(HttpFunction page) {
    for (int score = 1; score <= 5; score++) {
      for (var method : List.of("HEAD", "GET", "GET")) {
        var query = "score=" + score + "&feedback=x";
        var opened = Requests.to(method + " /r/{token}").parameter("token", token).query(query);
        assertThat(opened.sentTo(page).status()).isEqualTo(200);
        clock.advance(Duration.ofSeconds(1));
      }
    }
  }

  private void answer(HttpFunction page) {
    var form =
        Requests.to("POST /r/{token}")
            .parameter("token", token)
            .header("content-type", "application/x-www-form-urlencoded")
            .body("score=2");
    assertThat(form.sentTo(page).status()).isEqualTo(200);
  }

  private Response recordingAtOnce(Request request) throws Problem.Refused {
    answer(function);
    return function.answer(request);
  }

  private List<Set<Map<String, AttributeValue>>> stored() {
    var stored = new ArrayList<Set<Map<String, AttributeValue>>>();
    stored.add(new HashSet<>(table.items()));
    stored.add(new HashSet<>(vault.items()));
    return stored;
  }
}
