package ratings.functions.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import ratings.domain.conversation.ConversationId;
import ratings.domain.conversation.RequestTokens;
import ratings.domain.rating.Source;
import ratings.domain.rating.VirtualClock;
import ratings.domain.score.Scale;
import ratings.domain.signing.FixedSignatures;
import ratings.http.Markup;
import ratings.http.Payloads;
import ratings.http.Requests;
import ratings.http.Response;

class RatingPageFunctionTest {
  private final PageScene scene = PageScene.of(PageScene.line().with("changeWithinHours", 2));

  @ParameterizedTest
  @EnumSource
  void aPageOffersEveryScoreOfItsScaleOnceAndLabelled(Scale scale) {
    var page = PageScene.of(PageScene.line().with("scale", scale.code())).get("");

    var markup = Markup.of(page);
    assertThat(markup.inputs("score"))
        .extracting(radio -> radio.getAttribute("value"))
        .containsExactlyElementsOf(scale.scores().stream().map(String::valueOf).toList());
    assertThat(markup.inputs("score"))
        .allSatisfy(
            radio -> {
              assertThat(radio.getAttribute("type")).isEqualTo("radio");
              assertThat(radio.hasAttribute("required")).isTrue();
              assertThat(radio.getParentNode().getNodeName()).isEqualTo("label");
              assertThat(radio.getParentNode().getTextContent()).isNotBlank();
            });
    assertThat(markup.only("legend").getTextContent())
        .isEqualTo("Please rate the quality of service");
    assertThat(markup.all("button")).hasSize(1);
    assertThat(markup.all("script")).isEmpty();
  }

  @Test
  void nothingElseIsLetIntoAPageNorKeptOfIt() {
    var page = scene.get("");

    assertThat(page.headers())
        .containsEntry("content-type", "text/html; charset=utf-8")
        .containsEntry("cache-control", "no-store")
        .containsEntry("referrer-policy", "no-referrer")
        .containsEntry("x-content-type-options", "nosniff");
    assertThat(page.headers().get("content-security-policy"))
        .matches(
            "default-src 'none'; style-src 'sha256-[A-Za-z0-9+/=]{44}'; form-action 'self';"
                + " base-uri 'none'; frame-ancestors 'none'");
    assertThat(page.body()).doesNotContain(" style=", " onclick", "http:", "https:");
  }

  @ParameterizedTest
  @CsvSource({"score=4, 4", "score=1&score=5, 1", "utm=x&score=2, 2", "score=6,", "score=-1,", ","})
  void d14TheReactionOfAnEmailIsChosenAndNotRecorded(String query, String chosen) {
    var markup = Markup.of(scene.get(query == null ? "" : query));

    assertThat(markup.chosen("score")).isEqualTo(chosen == null ? List.of() : List.of(chosen));
    assertThat(scene.attempts).isEmpty();
  }

  @Test
  void p12OpeningWritesNothingWhoeverOpensIt() {
    for (var method : List.of("GET", "HEAD")) {
      for (var query : List.of("", "score=1", "score=5&feedback=x", "score=%zz")) {
        scene.open(method, scene.token(), query);
      }
    }

    assertThat(scene.attempts).isEmpty();
    assertThat(scene.isRated()).isFalse();
  }

  @Test
  void headIsAnsweredAsGetButForTheContent() {
    var got = scene.get("");
    var head = scene.open("HEAD", scene.token(), "");

    assertThat(head.status()).isEqualTo(200);
    assertThat(head.headers()).isEqualTo(got.headers());
    assertThat(head.body()).isEmpty();
    assertThat(scene.open("HEAD", "forged", "").body()).isEmpty();
  }

  @Test
  void whatIsSentIsRecordedAndShown() {
    var page = scene.post("score=4&feedback=Thank+you%2C+Bo%21&resolved=&made=");

    assertThat(page.status()).isEqualTo(200);
    assertThat(Markup.of(page).text()).contains("Thank you!", "4 stars", "Thank you, Bo!");
    assertThat(scene.stored().answer().score()).isEqualTo(4);
    assertThat(scene.stored().answer().feedback()).contains("Thank you, Bo!");
    assertThat(scene.attempts)
        .singleElement()
        .satisfies(attempt -> assertThat(attempt.source()).isEqualTo(Source.PAGE));
  }

  @Test
  void anotherScoreIsTakenWhileChangesAreOpen() {
    scene.post("score=4");

    assertThat(Markup.of(scene.get("")).chosen("score")).containsExactly("4");
    assertThat(Markup.of(scene.get("score=2")).chosen("score")).containsExactly("2");
    assertThat(scene.post("score=2").status()).isEqualTo(200);
    assertThat(scene.post("score=2").status()).isEqualTo(200);
    assertThat(scene.stored().answer().score()).isEqualTo(2);
  }

  @Test
  void r1WhoLeftACommentIsToldThatItIsFinal() {
    scene.post("score=4&feedback=fine");

    var refused = scene.post("score=1");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(Markup.of(refused).text()).contains("final", "4 stars", "fine");
    var opened = scene.get("score=1");
    assertThat(opened.status()).isEqualTo(200);
    assertThat(Markup.of(opened).text()).contains("final", "4 stars", "fine");
    assertThat(Markup.of(opened).all("form")).isEmpty();
    assertThat(scene.stored().answer().score()).isEqualTo(4);
  }

  @Test
  void r9WhoChangesTooLateIsToldWhatStays() {
    scene.post("score=4");
    scene.clock.advance(Duration.ofHours(2));

    for (var late : List.of(scene.post("score=1"), scene.get("score=1"))) {
      assertThat(late.status()).isEqualTo(410);
      assertThat(Markup.of(late).text()).contains("time to change", "4 stars");
    }
    assertThat(scene.stored().answer().score()).isEqualTo(4);
  }

  @Test
  void r2WhoRatesTooLateIsToldSo() {
    var limited = PageScene.of(PageScene.line().with("rateWithinHours", 24));
    limited.clock.advance(Duration.ofHours(24));

    for (var late : List.of(limited.post("score=5"), limited.get(""))) {
      assertThat(late.status()).isEqualTo(410);
      assertThat(Markup.of(late).text()).contains("time to rate");
    }
    assertThat(limited.isRated()).isFalse();
  }

  @Test
  void d3WhatWasReopenedCannotBeRated() {
    scene.reopen();

    for (var withdrawn : List.of(scene.post("score=5"), scene.get(""))) {
      assertThat(withdrawn.status()).isEqualTo(410);
      assertThat(Markup.of(withdrawn).text()).contains("open again");
    }
  }

  @Test
  void r15WithTheToggleOffNothingIsTaken() {
    scene.set(PageScene.line().with("collectRatings", false));

    for (var off : List.of(scene.post("score=5"), scene.get(""))) {
      assertThat(off.status()).isEqualTo(403);
      assertThat(Markup.of(off).text()).contains("not collected");
    }
    assertThat(scene.isRated()).isFalse();
  }

  @Test
  void p22AForgedCutOrDeadLinkLeadsNowhere() {
    var token = scene.token();
    var others = new RequestTokens(new FixedSignatures("another"));
    var dead =
        List.of(
            "",
            "x",
            token.substring(1),
            token.substring(0, token.length() - 1),
            token + "A",
            others.write(PageScene.CONVERSATION, VirtualClock.START.plusSeconds(1)));
    for (var wrong : dead) {
      assertThat(scene.open("GET", wrong, "").status()).as(wrong).isEqualTo(404);
      assertThat(scene.post(wrong, "score=5").status()).as(wrong).isEqualTo(404);
    }
    scene.clock.advance(Duration.ofDays(400));
    assertThat(Markup.of(scene.get("")).text()).contains("not valid");
    assertThat(scene.post("score=5").status()).isEqualTo(404);
    assertThat(scene.isRated()).isFalse();
  }

  @Test
  void p20ALinkOpensItsOwnWorkspacesConversationOnly() {
    var elsewhere = new ConversationId("globex", PageScene.CONVERSATION.id());
    var token =
        new RequestTokens(new FixedSignatures("test"))
            .write(elsewhere, VirtualClock.START.plusSeconds(60));

    assertThat(scene.open("GET", token, "").status()).isEqualTo(404);
    assertThat(scene.post(token, "score=5").status()).isEqualTo(404);
    assertThat(scene.isRated()).isFalse();
  }

  @Test
  void whatIsWrongIsToldInTheFormAndEverythingTypedIsKept() {
    var curious = PageScene.of(PageScene.curious());
    var typed = "x".repeat(4001) + " <b>";
    var page =
        curious.post("feedback=" + encoded(typed) + "&resolved=no&reason=slow&score=&made=forged");

    assertThat(page.status()).isEqualTo(400);
    var markup = Markup.of(page);
    assertThat(markup.text()).contains("choose a rating", "at most 4,000");
    assertThat(markup.only("textarea").getTextContent()).isEqualTo("\n" + typed);
    assertThat(markup.chosen("reason")).containsExactly("slow");
    assertThat(markup.chosen("resolved")).containsExactly("no");
    assertThat(curious.attempts).isEmpty();
  }

  @Test
  void aScoreOfAnotherScaleIsWrong() {
    var page = scene.post("score=9&feedback=kept");

    assertThat(page.status()).isEqualTo(400);
    assertThat(Markup.of(page).text()).contains("choose a rating", "kept");
    assertThat(scene.isRated()).isFalse();
  }

  @Test
  void r105R106AfterALowScoreItAsksWhy() {
    var curious = PageScene.of(PageScene.curious());

    var asked = Markup.of(curious.post("score=1"));
    assertThat(asked.inputs("reason")).hasSize(2);
    assertThat(asked.inputs("resolved")).hasSize(2);
    assertThat(asked.inputs("score"))
        .singleElement()
        .satisfies(score -> assertThat(score.getAttribute("value")).isEqualTo("1"));

    var told = Markup.of(curious.post("score=1&reason=rude&resolved=no"));
    assertThat(told.all("form")).isEmpty();
    assertThat(curious.stored().answer().reasons()).containsExactly("rude");
    assertThat(curious.stored().answer().resolved()).contains(false);
  }

  @Test
  void r105AfterAnyOtherScoreItAsksNothingMore() {
    var curious = PageScene.of(PageScene.curious());

    assertThat(Markup.of(curious.post("score=4")).all("form")).isEmpty();
    assertThat(Markup.of(PageScene.of(PageScene.line()).post("score=1")).all("form")).isEmpty();
  }

  @Test
  void whereTheLineAsksForNoCommentThereIsNoBoxForOne() {
    var terse = PageScene.of(PageScene.line().with("askFeedback", false));

    assertThat(Markup.of(terse.get("")).all("textarea")).isEmpty();
    assertThat(Markup.of(scene.get("")).all("textarea")).hasSize(1);
  }

  @Test
  void whoPressesTheButtonWithinTwoSecondsIsSuspect() {
    var made = PageScene.made(scene.get(""));

    scene.clock.advance(Duration.ofMillis(1999));
    scene.post("score=1&made=" + made);
    scene.clock.advance(Duration.ofMillis(1));
    scene.post("score=1&resolved=no&made=" + made);

    assertThat(scene.attempts)
        .extracting(attempt -> attempt.hurried())
        .containsExactly(true, false);
  }

  @Test
  void aTimeThatIsNotOursIsSuspectAndNoneTellsNothing() {
    var made = PageScene.made(scene.get(""));
    scene.clock.advance(Duration.ofMinutes(1));

    scene.post("score=5&made=" + made.substring(1));
    scene.post("score=4&made=" + scene.token());
    scene.post("score=3");

    assertThat(scene.attempts)
        .extracting(attempt -> attempt.hurried())
        .containsExactly(true, true, false);
  }

  @Test
  void whoCorrectsAMistakeIsNotSuspectForBeingQuick() {
    var made = PageScene.made(scene.get(""));
    scene.clock.advance(Duration.ofSeconds(30));
    var again = scene.post("score=&made=" + made);

    assertThat(PageScene.made(again)).isEqualTo(made);
  }

  @Test
  void whatIsNotAFormIsRefusedByAPage() {
    var post =
        Requests.to("POST /r/{token}").parameter("token", scene.token()).body("{\"score\": 5}");
    assertThat(scene.send(post).status()).isEqualTo(415);
    assertThat(scene.post("score=5&feedback=" + "x".repeat(33_000)).status()).isEqualTo(413);
    assertThat(scene.post("score=5&feedback=%f").status()).isEqualTo(400);
    assertThat(scene.post("score=5&score=4").status()).isEqualTo(400);
    assertThat(scene.post("score=5&userId=u1").status()).isEqualTo(400);
    var unknown = scene.send(Requests.to("$default /r/"));
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(Markup.of(unknown).text()).isNotBlank();
    assertThat(scene.isRated()).isFalse();
  }

  @Test
  void fourThousandLettersOfAnyLanguageAreTaken() {
    var feedback = "好".repeat(4000);

    assertThat(scene.post("score=5&feedback=" + encoded(feedback)).status()).isEqualTo(200);
    assertThat(scene.stored().answer().feedback()).contains(feedback);
  }

  @Test
  void p23WhateverIsSentIsRefusedByRule() {
    var random = new Random(23);
    for (int i = 0; i < 10_000; i++) {
      var form = hostile(random);

      int status = scene.statusOf(form);

      assertThat(status).as(new String(form, StandardCharsets.UTF_8)).isIn(400, 413);
    }
    assertThat(scene.isRated()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar", "he-IL", "fa", "ur"})
  void aLanguageFromRightToLeftIsShownSo(String language) {
    var page = Markup.of(PageScene.of(PageScene.line(), language).get("")).only("html");

    assertThat(page.getAttribute("dir")).isEqualTo("rtl");
    assertThat(language).startsWith(page.getAttribute("lang"));
  }

  @ParameterizedTest
  @CsvSource({"de-AT, de", "no, nb", "zh-Hant-TW, zh", "tlh, en"})
  void thePageSpeaksTheRequestsLanguageOrTheNearest(String language, String spoken) {
    var page = Markup.of(PageScene.of(PageScene.line(), language).get("")).only("html");

    assertThat(page.getAttribute("lang")).isEqualTo(spoken);
  }

  @Test
  void theFrozenWordsOfTheRequestAreShown() {
    var german = Map.of("en", "How was it?", "de", "Wie war es?");
    var asked = PageScene.of(PageScene.line().with("requestText", german), "de");
    asked.set(PageScene.line().with("requestText", Map.of("en", "Changed since")));

    assertThat(Markup.of(asked.get("")).only("h1").getTextContent()).isEqualTo("Wie war es?");
  }

  @Test
  void whereNoLanguageIsKnownTheBrowsersIsSpoken() {
    var dead =
        Requests.to("GET /r/{token}")
            .parameter("token", "x")
            .header("accept-language", "tlh, fr-CA;q=0.8, *;q=0.1");
    assertThat(Markup.of(scene.send(dead)).only("html").getAttribute("lang")).isEqualTo("fr");
    var nonsense = dead.header("accept-language", ";;=q");
    assertThat(Markup.of(scene.send(nonsense)).only("html").getAttribute("lang")).isEqualTo("en");
  }

  @Test
  void p24WhatCustomersAndLinesWriteIsShownAsText() {
    var harmless = shapes("harmless");
    for (var payload : Payloads.all()) {
      assertThat(shapes(payload)).as(payload).isEqualTo(harmless);
    }
  }

  /** What pages are made of in which a text stands wherever one can. */
  private static List<List<String>> shapes(String text) {
    var reasons = List.of(Map.of("code", "slow", "label", text));
    var line = PageScene.curious().with("reasons", reasons).with("requestText", Map.of("en", text));
    var tried = PageScene.of(line);
    var pages = new ArrayList<Response>();
    pages.add(tried.get("score=" + encoded(text)));
    pages.add(tried.post("score=&feedback=" + encoded(text)));
    pages.add(tried.post("score=" + encoded(text) + "&resolved=" + encoded(text)));
    pages.add(tried.post("score=1&made=" + encoded(text)));
    pages.add(tried.post("score=1&feedback=" + encoded(text)));
    pages.add(tried.get(""));
    assertThat(Markup.of(pages.getLast()).only("blockquote").getTextContent()).isEqualTo(text);
    return pages.stream().map(page -> Markup.of(page).shape()).toList();
  }

  private static byte[] hostile(Random random) {
    var names = List.of("score", "score", "feedback", "resolved", "reason", "made", "x", "%00");
    var values =
        List.of("", "6", "-1", "4.0", "1e0", "%F0%9F", "%", "a%zz", "%00", "+", "x", "５", "%E5%A5");
    var form = new StringBuilder();
    for (int i = random.nextInt(5); i >= 0; i--) {
      form.append(names.get(random.nextInt(names.size())))
          .append(random.nextInt(8) == 0 ? "" : "=")
          .append(values.get(random.nextInt(values.size())))
          .append('&');
    }
    var bytes = form.toString().getBytes(StandardCharsets.UTF_8);
    if (random.nextInt(10) == 0) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(128, 256);
    }
    return bytes;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
