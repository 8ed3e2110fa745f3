package ratings.functions.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static ratings.functions.feedback.FeedbackScene.SAMPLE;
import static ratings.functions.feedback.FeedbackScene.and;
import static ratings.functions.feedback.FeedbackScene.with;
import static ratings.http.Answers.code;
import static ratings.http.Answers.member;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ratings.aws.DynamoRatingPages;
import ratings.aws.DynamoRatings;
import ratings.aws.FaultyDynamo;
import ratings.aws.LocalTable;
import ratings.aws.Retries;
import ratings.domain.conversation.ConversationId;
import ratings.domain.rating.Source;
import ratings.domain.rating.VirtualClock;
import ratings.domain.rating.list.ListedRating;
import ratings.domain.score.Scale;
import ratings.domain.settings.Condition;
import ratings.domain.settings.SampleLine;

/** What DynamoDB holds of a delivery, which is what list, export, alerts and reports show. */
class StoredFeedbackTest {
  private static final int DELIVERIES = 200;

  /** Of seven in eight that three tries bring through, and one in two that one does. */
  private static final int ENOUGH = 150;

  private static final Retries RETRIES = new Retries(3, Duration.ofMillis(2), _ -> {});

  @AutoClose private final LocalTable table = LocalTable.ofRatings();
  private final VirtualClock clock = new VirtualClock();
  private final FeedbackScene scene =
      FeedbackScene.over(new DynamoRatings(table.dynamo(), table.name(), clock, RETRIES), clock);

  @Test
  void r109ADeliveryIsARatingLikeAnyOther() {
    var id = member(scene.send(with("message", "\"How was it?\"")), "_id").toString();

    var listed = listed(id);
    assertThat(listed.answer().score()).isZero();
    assertThat(listed.scale()).isEqualTo(Scale.THUMBS);
    assertThat(listed.survey()).contains("Thumb");
    assertThat(listed.prompt()).contains("How was it?");
    assertThat(listed.userId()).contains("qatesting@vomoto.com");
    assertThat(listed.channel()).isEqualTo("rtm");
    assertThat(listed.language()).contains("en");
    assertThat(listed.botId()).contains(FeedbackScene.BOT);
    assertThat(listed.lineId()).isEqualTo(FeedbackScene.BOT);
    assertThat(listed.source()).isEqualTo(Source.API);
    assertThat(listed.recordedAt()).isEqualTo(clock.instant());
    assertThat(listed.widgetId()).isEmpty();
    assertThat(listed.suspect()).isFalse();
  }

  @Test
  void anEmptyMessageIsNoPromptAndAWebsiteIsNoWidget() {
    var id = member(scene.send(with("channel", "\"website\"")), "_id").toString();

    assertThat(listed(id).prompt()).isEmpty();
    assertThat(listed(id).widgetId()).isEmpty();
  }

  @Test
  void extrasAreUsedWhenGiven() {
    scene.send(and("\"conversationId\":\"c-1\",\"feedback\":\"Bad.\",\"userName\":\"Ada\""));

    assertThat(listed("c-1").answer().feedback()).contains("Bad.");
    assertThat(listed("c-1").userName()).contains("Ada");
  }

  @ParameterizedTest
  @CsvSource({"name, '\"Other\"', 1", "type, '\"NPS\"', 0", "type, '\"CSAT\"', 5"})
  void r109AnotherSurveyOfAConversationIsRefusedAndTheFirstStays(
      String field, String json, int score) {
    scene.send(and("\"conversationId\":\"c-1\""));
    var before = table.items();

    var other =
        scene.send(
            with(field, json)
                .replace("\"score\":0", "\"score\":" + score)
                .replaceFirst("\\{", "{\"conversationId\":\"c-1\","));

    assertThat(other.status()).isEqualTo(409);
    assertThat(code(other)).isEqualTo("other-survey");
    assertThat(table.items()).isEqualTo(before);
  }

  @Test
  void whatIsReplayedTellsWhatIsStored() {
    var first = scene.send(and("\"conversationId\":\"c-1\""));

    var again =
        scene.send(with("language", "\"de\"").replaceFirst("\\{", "{\"conversationId\":\"c-1\","));

    assertThat(again.body()).isEqualTo(first.body()).contains("\"language\":\"en\"");
  }

  @ParameterizedTest
  @CsvSource({
    "THUMB, 0, true",
    "THUMB, 1, false",
    "NPS, 6, true",
    "NPS, 7, false",
    "CSAT, 2, true",
    "CSAT, 3, false"
  })
  void d7ALowScoreWaitsToBeAnnounced(String type, int score, boolean low) {
    scene.send(with("type", '"' + type + '"').replace("\"score\":0", "\"score\":" + score));

    assertThat(table.items())
        .singleElement()
        .asString()
        .matches(it -> low == it.contains("notify="));
  }

  @Test
  void aThresholdOfAnotherScaleMeansNothing() {
    scene
        .settings()
        .put(
            "acme",
            SampleLine.workspace(Map.of("scale", "nps", "lowRating", Map.of("threshold", 3))),
            new Condition.Always());
    scene.send(with("type", "\"CSAT\"").replace("\"score\":0", "\"score\":3"));

    assertThat(table.items()).singleElement().asString().doesNotContain("notify=");
  }

  @Test
  void onlyAConversationThatIsKnownHasAHistory() {
    scene
        .settings()
        .put(
            "acme",
            SampleLine.workspace(
                Map.of("chatHistoryUrlTemplate", "https://chat.example/{conversationId}")),
            new Condition.Always());
    var alone = member(scene.send(SAMPLE), "_id").toString();
    scene.send(and("\"conversationId\":\"c-1\""));

    assertThat(listed(alone).chatHistoryUrl()).isEmpty();
    assertThat(listed("c-1").chatHistoryUrl()).contains("https://chat.example/c-1");
  }

  @Test
  void p8WhatIsAcknowledgedIsStoredOnceAndUnderItsOwnInstant() {
    assertThat(acknowledged(RETRIES)).hasSizeGreaterThan(ENOUGH);
  }

  @Test
  void p8ItsTwinThatTriesOnlyOnceAcknowledgesTooFew() {
    var once = new Retries(1, Duration.ofMillis(2), _ -> {});

    assertThat(acknowledged(once)).hasSizeLessThan(ENOUGH);
  }

  /** The ids of what a function that tries so often has acknowledged on a bad day. */
  private Set<String> acknowledged(Retries retries) {
    var faulty = new FaultyDynamo(table.dynamo(), new Random(8), 30, 20);
    var ratings = new DynamoRatings(faulty, table.name(), clock, retries);
    var shaky = new SaveFeedbackFunction(scene.clients(), scene.settings(), ratings, clock);
    var ids = new HashSet<String>();
    for (int i = 0; i < DELIVERIES; i++) {
      clock.advance(Duration.ofMillis(333));
      var answer = scene.request(scene.token().make()).sentTo(shaky);
      assertThat(answer.status()).isIn(200, 503);
      if (answer.status() == 200) {
        var id = member(answer, "_id").toString();
        assertThat(id).startsWith(Long.toHexString(clock.instant().getEpochSecond()));
        assertThat(listed(id).recordedAt()).isEqualTo(clock.instant());
        ids.add(id);
      }
    }
    var stored = table.items();
    assertThat(stored).extracting(item -> item.get("id").s()).containsAll(ids);
    assertThat(stored)
        .hasSizeBetween(ids.size(), DELIVERIES)
        .extracting(item -> item.get("recordedAt").n())
        .doesNotHaveDuplicates();
    return ids;
  }

  private ListedRating listed(String id) {
    return new DynamoRatingPages(table.dynamo(), table.name(), RETRIES)
        .find(new ConversationId("acme", id))
        .orElseThrow();
  }
}
