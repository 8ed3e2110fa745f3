package ratings.functions.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import ratings.domain.conversation.Delivery;
import ratings.domain.conversation.Passage;
import ratings.domain.conversation.RequestToRate;
import ratings.domain.conversation.Windows;
import ratings.domain.score.Scale;
import ratings.http.Markup;
import ratings.http.Payloads;

class RequestMailTest {
  private static final String URL = "https://ratings.example.com/r/t0k3n";
  private static final String QUESTION = "How did we do?";
  private static final int LIMIT_BYTES = 20 * 1024;
  private static final Pattern COLOUR = Pattern.compile(";color:(#[0-9a-f]{6});");

  @Test
  void r22TheFiveReactionsAreLinksThatChooseThemOnThePage() {
    var mail = mail(QUESTION, "en", Scale.FACES5);
    var links = Markup.of(mail.html()).all("a");

    assertThat(links)
        .extracting(link -> link.getAttribute("href"))
        .containsExactly(
            URL + "?score=1",
            URL + "?score=2",
            URL + "?score=3",
            URL + "?score=4",
            URL + "?score=5");
    assertThat(links)
        .extracting(Element::getTextContent)
        .containsExactly("😠terrible", "😞bad", "😐ok", "😃good", "😍amazing");
  }

  @ParameterizedTest
  @EnumSource
  void d14EveryScoreOfAScaleIsALinkInEachPartAndNothingElseIs(Scale scale) {
    var mail = mail(QUESTION, "en", scale);
    var urls = scale.scores().stream().map(score -> URL + "?score=" + score).toList();

    assertThat(Markup.of(mail.html()).all("a"))
        .extracting(link -> link.getAttribute("href"))
        .containsExactlyElementsOf(urls);
    assertThat(mail.text().lines().filter(line -> line.contains("?score=")))
        .extracting(line -> line.substring(line.lastIndexOf(' ') + 1))
        .containsExactlyElementsOf(urls);
    assertThat(mail.text().strip()).startsWith(QUESTION).endsWith("\n" + URL);
  }

  @Test
  void thePlainTextNamesEachReactionBesideItsLink() {
    assertThat(mail(QUESTION, "de", Scale.THUMBS).text())
        .isEqualTo(
            """
            How did we do?

            Daumen runter: %1$s?score=0
            Daumen hoch: %1$s?score=1

            %1$s
            """
                .formatted(URL));
  }

  @ParameterizedTest
  @CsvSource({
    "en, en, ltr, 5 stars",
    "de-AT, de, ltr, 5 Sterne",
    "no, nb, ltr, 5 stjerner",
    "ar, ar, rtl, 5 نجوم",
    "he_IL, he, rtl, 5 כוכבים",
    "fa, fa, rtl, ۵ ستاره",
    "ur, ur, rtl, 5 ستارے",
    "tlh, en, ltr, 5 stars",
    "not a language, en, ltr, 5 stars",
    ", en, ltr, 5 stars",
  })
  void r88ReactionsAreInTheCustomersLanguageAndWrittenItsWay(
      String language, String written, String direction, String best) {
    var mail = mail(QUESTION, language, Scale.STARS5);
    var markup = Markup.of(mail.html());

    assertThat(markup.only("html").getAttribute("lang")).isEqualTo(written);
    assertThat(markup.only("html").getAttribute("dir")).isEqualTo(direction);
    assertThat(markup.all("a").getLast().getAttribute("aria-label")).isEqualTo(best);
    assertThat(mail.text()).contains(best + ": " + URL + "?score=5");
  }

  @Test
  void p24WhateverTheRequestSaysIsShownAsItStands() {
    var harmless = Markup.of(mail("harmless", "en", Scale.STARS5).html()).shape();
    for (var payload : Payloads.all()) {
      var mail = mail(payload, "en", Scale.STARS5);
      var markup = Markup.of(mail.html());

      assertThat(markup.shape()).isEqualTo(harmless);
      assertThat(markup.only("h1").getTextContent()).isEqualTo(payload);
      assertThat(mail.subject()).isEqualTo(payload);
      assertThat(mail.text()).startsWith(payload + "\n");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Well?\r\nBcc: all@example.com",
        "Well?\nBcc: all@example.com",
        "Well?\rBcc: all@example.com",
        "\r\n Well?\r\n\r\n\tBcc: all@example.com\r\n",
        "Well?\u0000Bcc: all@example.com",
        "Well?\u000b\u000c\u001fBcc: all@example.com\u007f",
        "Well?\u0085Bcc: all@example.com",
        "Well?\u2028Bcc: all@example.com\u2029",
        "Well?\ud800Bcc: all@example.com",
      })
  void noTextBecomesAHeader(String text) {
    var mail = mail(text, "en", Scale.STARS5);

    assertThat(mail.subject()).isEqualTo("Well? Bcc: all@example.com");
    assertThat(Markup.of(mail.html()).only("h1").getTextContent())
        .containsSubsequence("Well?", "Bcc: all@example.com");
  }

  @Test
  void aLongSubjectEndsBetweenTwoCharacters() {
    assertThat(mail("😀".repeat(120), "en", Scale.STARS5).subject()).isEqualTo("😀".repeat(120));
    assertThat(mail("😀".repeat(121), "en", Scale.STARS5).subject())
        .isEqualTo("😀".repeat(119) + "…");
  }

  @Test
  void linesOfTheRequestStayLines() {
    var mail = mail("Hello!\r\nHow did we do?", "en", Scale.STARS5);

    assertThat(mail.html()).contains("Hello!<br/>How did we do?</h1>");
    assertThat(mail.text()).startsWith("Hello!\nHow did we do?\n\n");
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsFetchedRunOrSentAndTheLongestRequestFits(Scale scale) {
    var mail = mail("\"'&<>".repeat(200), "ar", scale);
    var markup = Markup.of(mail.html());

    assertThat(mail.html()).startsWith("<!DOCTYPE html>");
    assertThat(mail.html().getBytes(UTF_8)).hasSizeLessThan(LIMIT_BYTES);
    assertThat(markup.all("*"))
        .extracting(Element::getTagName)
        .isSubsetOf(
            "html", "head", "meta", "title", "body", "table", "tr", "td", "h1", "br", "a", "span");
    assertThat(mail.html()).doesNotContain("url(", "src=", "@import", "class=");
  }

  /** WCAG 2, AA; the ground under the question is the reader's own, and so is its colour. */
  @ParameterizedTest
  @EnumSource
  void everyColourCanBeReadOnTheGroundThatItBrings(Scale scale) {
    for (var cell : coloured(scale)) {
      var ground = cell.getAttribute("bgcolor");
      assertThat(cell.getAttribute("style")).contains("background-color:" + ground);
      for (var name : List.of("a", "span")) {
        var inside = cell.getElementsByTagName(name);
        for (int i = 0; i < inside.getLength(); i++) {
          var colour = COLOUR.matcher(((Element) inside.item(i)).getAttribute("style"));
          assertThat(colour.find()).isTrue();
          assertThat(contrast(colour.group(1), ground)).isGreaterThan(4.5);
        }
      }
    }
  }

  private static List<Element> coloured(Scale scale) {
    var cells =
        Markup.of(mail(QUESTION, "en", scale).html()).all("td").stream()
            .filter(cell -> cell.hasAttribute("bgcolor"))
            .toList();
    assertThat(cells).hasSameSizeAs(scale.scores());
    return cells;
  }

  private static double contrast(String one, String other) {
    double a = luminance(one) + 0.05;
    double b = luminance(other) + 0.05;
    return Math.max(a, b) / Math.min(a, b);
  }

  private static double luminance(String colour) {
    int rgb = Integer.parseInt(colour.substring(1), 16);
    return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
  }

  private static double linear(int channel) {
    double share = (channel & 0xff) / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }

  private static RequestMail mail(String text, String language, Scale scale) {
    var open = new Windows(Windows.OPEN, Windows.OPEN);
    var request =
        new RequestToRate(
            "c1",
            "email",
            text,
            Optional.ofNullable(language),
            scale,
            Instant.EPOCH,
            open,
            Delivery.SENT,
            Optional.empty(),
            Passage.NOT_BEGUN);
    return RequestMail.of(request, RequestOption.of(request, URL), URL);
  }
}
