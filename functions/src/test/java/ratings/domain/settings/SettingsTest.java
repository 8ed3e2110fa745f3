package ratings.domain.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import ratings.domain.document.Reading;
import ratings.domain.document.Violation;
import ratings.domain.score.Scale;

/** The table of settings in api.md: shapes, limits, defaults, and how levels fall back. */
class SettingsTest {

  /** A field, a value that it takes and one that it does not, and where that is wrong. */
  private record Row(String field, Object good, Object bad, String pointer) {}

  private static Row row(String field, Object good, Object bad) {
    return new Row(field, good, bad, "/" + field);
  }

  private static Row row(String field, Object good, Object bad, String pointer) {
    return new Row(field, good, bad, pointer);
  }

  private static Stream<Row> rows() {
    return Stream.of(
        row("channel", "telegram", "Web site"),
        row("channel", "website", 7),
        row("name", "Shop", List.of("Shop")),
        row("name", "x".repeat(256), "x".repeat(257)),
        row("name", "tab\tand line\n", "nul\0"),
        row("collectRatings", false, "false"),
        row("scale", "nps", "stars10"),
        row("scale", "faces5", 5),
        row("requestText", Map.of("de", "Wie war es?"), "Wie war es?"),
        row(
            "requestText",
            Map.of("pt-br", "x"),
            Map.of("not a tag", "x"),
            "/requestText/not a tag"),
        row("requestText", Map.of("en", "x"), Map.of("en", 1), "/requestText/en"),
        row(
            "requestText",
            Map.of("en", "x".repeat(1000)),
            Map.of("en", "x".repeat(1001)),
            "/requestText/en"),
        row("delaySeconds", 0, -1),
        row("delaySeconds", 3600, 3601),
        row("delaySeconds", new BigDecimal("5.0"), new BigDecimal("5.5")),
        row("askAfter", List.of("customer"), List.of("bot"), "/askAfter/0"),
        row("askAfter", List.of(), "teammate"),
        row("audience", List.of("lead"), List.of("lead", "dog"), "/audience/1"),
        row("directOutbound", false, 0),
        row("workflowOutbound", true, "yes"),
        row("minimumCharacters", 0, -1),
        row("staleAfterDays", 1, 0),
        row("rateWithinHours", 1, 0),
        row("rateWithinHours", 87_600, 87_601),
        row("rateWithinHours", 24, new BigDecimal("1e999")),
        row("changeWithinHours", 2, "2"),
        row("askFeedback", false, "no"),
        row("askResolved", true, 1),
        row(
            "reasons",
            List.of(Map.of("code", "slow", "label", "Too slow")),
            List.of(Map.of("code", "slow")),
            "/reasons/0/label"),
        row("reasons", List.of(), List.of(Map.of("code", "a b", "label", "x")), "/reasons/0/code"),
        row(
            "reasons",
            List.of(),
            List.of(Map.of("code", "a", "label", "x"), Map.of("code", "a", "label", "y"))),
        row("lowRating", Map.of("threshold", 3), Map.of("threshold", 0), "/lowRating/threshold"),
        row(
            "lowRating",
            Map.of("recipients", List.of("group")),
            Map.of("recipients", List.of("boss")),
            "/lowRating/recipients/0"),
        row(
            "lowRating",
            Map.of("includeFeedback", true),
            Map.of("include", true),
            "/lowRating/include"),
        row(
            "closingApp",
            Map.of("name", "Poll", "url", "https://poll.example/", "kind", "messenger"),
            Map.of("name", "Poll", "url", "https://poll.example/", "kind", "inbox"),
            "/closingApp/kind"),
        row(
            "closingApp",
            Map.of("name", "Poll", "url", "http://poll.example", "kind", "messenger"),
            Map.of("name", "Poll", "url", "javascript:alert(1)", "kind", "messenger"),
            "/closingApp/url"),
        row(
            "allowedOrigins",
            List.of("https://shop.example"),
            List.of("https://shop.example/"),
            "/allowedOrigins/0"),
        row(
            "allowedOrigins",
            List.of("http://localhost:3000"),
            List.of("http://localhost:99999"),
            "/allowedOrigins/0"),
        row("allowedOrigins", List.of("http://[::1]:8080"), List.of("null"), "/allowedOrigins/0"),
        row("allowedOrigins", List.of(), List.of("*"), "/allowedOrigins/0"),
        row("requireToken", true, "true"),
        row(
            "chatHistoryUrlTemplate",
            "https://chat.example/{conversationId}?u={userId}&l={lineId}",
            "https://chat.example/{name}"),
        row("chatHistoryUrlTemplate", "http://chat.example", "//chat.example/{conversationId}"),
        row("chatHistoryUrlTemplate", "https://chat.example:8443/a", "https://{userId}.example/"),
        row("chatHistoryUrlTemplate", "https://chat.example/a", "https://u:p@chat.example/a"),
        row(
            "chatHistoryUrlTemplate",
            "https://chat.example/a",
            "https://chat.example/{conversationId"),
        row(
            "targets",
            Map.of("north", new BigDecimal("82.5")),
            Map.of("north", 101),
            "/targets/north"),
        row("targets", Map.of("north", 100), Map.of("a/b", -1), "/targets/a~1b"));
  }

  @TestFactory
  Stream<DynamicTest> aLineTakesWhatIsRightAndPointsAtWhatIsNot() {
    return rows()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.field() + " " + row.bad(),
                    () -> {
                      assertThat(line(row.field(), row.good())).isInstanceOf(Reading.Valid.class);
                      assertThat(pointers(line(row.field(), row.bad())))
                          .containsExactly(row.pointer());
                    }));
  }

  @Test
  void everyFieldOfTheTableHasARow() {
    assertThat(Catalogue.ofLine().map(Setting::name))
        .containsExactlyInAnyOrderElementsOf(rows().map(Row::field).distinct().toList());
  }

  @Test
  void everythingThatIsWrongIsToldAtOnce() {
    var reading =
        Settings.readLine(
            Map.of("scale", 1, "lowRating", Map.of("threshold", 99), "colour", "red"),
            Settings.none());

    assertThat(pointers(reading))
        .containsExactlyInAnyOrder(
            "/channel", "/name", "/scale", "/lowRating/threshold", "/colour");
  }

  @Test
  void aWorkspaceHasNoChannelAndALineNoTimeZone() {
    assertThat(pointers(Settings.readWorkspace(Map.of("channel", "website"))))
        .containsExactly("/channel");
    assertThat(pointers(line("timeZone", "UTC"))).containsExactly("/timeZone");
  }

  @Test
  void aTimeZoneIsARealOne() {
    assertThat(Settings.readWorkspace(Map.of("timeZone", "Europe/Berlin")))
        .isInstanceOf(Reading.Valid.class);
    assertThat(pointers(Settings.readWorkspace(Map.of("timeZone", "+02:00"))))
        .containsExactly("/timeZone");
    assertThat(pointers(Settings.readWorkspace(Map.of("npsBands", "mine"))))
        .containsExactly("/npsBands");
  }

  @Test
  void absentNullAndBlankAreTheSame() {
    var nulls = new HashMap<String, Object>();
    Catalogue.ofWorkspace().forEach(setting -> nulls.put(setting.name(), null));
    nulls.put("name", "  ");

    assertThat(SampleLine.workspace(nulls).own()).isEmpty();
    assertThat(SampleLine.workspace(nulls).version()).isEqualTo(Settings.none().version());
  }

  @Test
  void theProductsDefaultsAreThoseOfTheTable() {
    var document = SampleLine.widget("w").line().effective().lineDocument();

    var expected = new LinkedHashMap<String, Object>();
    expected.put("channel", "website");
    expected.put("name", "Shop");
    expected.put("collectRatings", true);
    expected.put("scale", "stars5");
    expected.put("requestText", Map.of("en", "Please rate the quality of service"));
    expected.put("delaySeconds", 0);
    expected.put("askAfter", List.of("teammate", "timeout", "customer", "restart"));
    expected.put("audience", List.of("user", "lead"));
    expected.put("directOutbound", true);
    expected.put("workflowOutbound", false);
    expected.put("minimumCharacters", 250);
    expected.put("staleAfterDays", 7);
    expected.put("rateWithinHours", null);
    expected.put("changeWithinHours", null);
    expected.put("askFeedback", true);
    expected.put("askResolved", false);
    expected.put("reasons", List.of());
    var low = new HashMap<String, Object>();
    low.put("threshold", null);
    low.put("recipients", List.of("responsible", "supervisor"));
    low.put("includeFeedback", false);
    expected.put("lowRating", low);
    expected.put("closingApp", null);
    expected.put("allowedOrigins", List.of());
    expected.put("requireToken", false);
    expected.put("chatHistoryUrlTemplate", null);
    expected.put("targets", Map.of());
    assertThat(document).isEqualTo(expected);
    assertThat(Settings.none().effective().workspaceDocument())
        .contains(entry("timeZone", "UTC"), entry("npsBands", "standard"));
  }

  @Test
  void elsewhereThanOnAWebsiteTheVisitorEndsNothing() { // D8
    assertThat(SampleLine.widget("w").with("channel", "email").line().askAfter())
        .containsExactly(ClosedBy.TEAMMATE, ClosedBy.TIMEOUT);
  }

  @Test
  void lineStandsOverWorkspaceOverProduct() { // R4, R10, R86
    var workspace =
        SampleLine.workspace(
            Map.of("rateWithinHours", 24, "changeWithinHours", 2, "collectRatings", false));
    var line =
        SampleLine.widget("w")
            .with("rateWithinHours", 48)
            .with("collectRatings", true)
            .lineOver(workspace);

    assertThat(line.rateWithinHours()).hasValue(48);
    assertThat(line.changeWithinHours()).hasValue(2);
    assertThat(line.collectRatings()).isTrue();
    assertThat(line.delaySeconds()).isZero();
    assertThat(line.name()).isEqualTo("Shop");
  }

  @Test
  void thePartsOfALowRatingFallBackOneByOne() { // R91
    var workspace =
        SampleLine.workspace(
            Map.of("lowRating", Map.of("threshold", 3, "recipients", List.of("group"))));
    var line =
        SampleLine.widget("w")
            .with("lowRating", Map.of("includeFeedback", true))
            .lineOver(workspace);

    assertThat(line.lowThreshold()).isEqualTo(3);
    assertThat(line.lowRatingRecipients()).containsExactly(RecipientRole.GROUP);
    assertThat(line.lowRatingIncludesFeedback()).isTrue();
  }

  @Test
  void withoutAThresholdTheScaleSaysWhatIsLow() { // D7
    assertThat(lowest("stars5")).isEqualTo(2);
    assertThat(lowest("faces5")).isEqualTo(2);
    assertThat(lowest("thumbs")).isZero();
    assertThat(lowest("nps")).isEqualTo(6);
  }

  @Test
  void aThresholdIsNotCarriedToAnotherScale() {
    var workspace =
        SampleLine.workspace(Map.of("scale", "nps", "lowRating", Map.of("threshold", 4)));

    assertThat(SampleLine.widget("w").lineOver(workspace).lowThreshold()).isEqualTo(4);
    assertThat(SampleLine.widget("w").with("scale", "stars5").lineOver(workspace).lowThreshold())
        .isEqualTo(Scale.STARS5.lowThreshold());
  }

  @Test
  void aThresholdIsJudgedByTheScaleThatHolds() {
    var nps = SampleLine.workspace(Map.of("scale", "nps"));
    var own = SampleLine.widget("w").with("lowRating", Map.of("threshold", 8)).own();

    assertThat(Settings.readLine(own, nps)).isInstanceOf(Reading.Valid.class);
    assertThat(pointers(Settings.readLine(own, Settings.none())))
        .containsExactly("/lowRating/threshold");
  }

  @Test
  void aClosingAppNeedsTheToggle() { // R32
    var app = Map.of("name", "Poll", "url", "https://poll.example/", "kind", "messenger");
    var line = SampleLine.widget("w").with("closingApp", app);

    assertThat(line.line().closingApp()).isPresent();
    assertThat(line.with("collectRatings", false).line().closingApp()).isEmpty();
  }

  @Test
  void whatIsStoredReadsBackTheSame() {
    for (Row row : rows().toList()) {
      var settings = SampleLine.widget("w").with(row.field(), row.good());
      var own =
          switch (Settings.readLine(settings.own(), SampleLine.workspace(Map.of()))) {
            case Reading.Valid<Settings>(var valid) -> valid;
            case Reading.Invalid<Settings>(var violations) ->
                throw new AssertionError(violations.toString());
          };
      assertThat(Settings.stored(own.own()).own()).as(row.field()).isEqualTo(own.own());
      assertThat(Settings.stored(own.own()).version()).isEqualTo(own.version());
    }
  }

  @Test
  void whatAnotherReleaseStoredIsPassedOver() {
    var stored =
        Settings.stored(
            Map.of("channel", "website", "name", "Shop", "later", 1, "scale", "hearts"));

    assertThat(stored.own()).isEqualTo(Map.of("channel", "website", "name", "Shop"));
  }

  @Test
  void anotherContentIsAnotherVersion() {
    var shop = SampleLine.widget("w");

    assertThat(shop.settings().version())
        .isEqualTo(SampleLine.widget("v").settings().version())
        .isNotEqualTo(shop.with("scale", "nps").settings().version());
  }

  private static int lowest(String scale) {
    return SampleLine.widget("w").with("scale", scale).line().lowThreshold();
  }

  private static Reading<Settings> line(String field, Object value) {
    return Settings.readLine(SampleLine.widget("w").with(field, value).own(), Settings.none());
  }

  private static List<String> pointers(Reading<Settings> reading) {
    return switch (reading) {
      case Reading.Valid<Settings> valid -> List.of();
      case Reading.Invalid<Settings>(var violations) ->
          violations.stream().map(Violation::pointer).toList();
    };
  }
}
