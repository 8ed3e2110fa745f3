package ratings.domain.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ratings.domain.settings.Workspaces.Removed;
import ratings.domain.settings.Workspaces.Written;

/** What every store of settings promises. */
public abstract class SettingsContract {
  private static final Condition ALWAYS = new Condition.Always();

  private Workspaces workspaces;
  private Lines lines;
  private Widgets widgets;

  /** A store of settings that is all three ports. */
  public record Store(Workspaces workspaces, Lines lines, Widgets widgets) {}

  /** An empty store. */
  protected abstract Store store();

  @BeforeEach
  void begin() {
    var store = store();
    workspaces = store.workspaces();
    lines = store.lines();
    widgets = store.widgets();
  }

  @Test
  void aWorkspaceNobodyWroteHasNothingOfItsOwn() {
    assertThat(workspaces.settings("acme").own()).isEmpty();
    assertThat(workspaces.line("acme", "shop")).isEmpty();
    assertThat(workspaces.lines("acme")).isEmpty();
    assertThat(widgets.find("shop")).isEmpty();
  }

  @Test
  void whatWasPutIsFound() {
    var shop =
        SampleLine.widget("shop")
            .with("requestText", Map.of("de", "Wie war's?", "en", "How was it?"))
            .with("reasons", List.of(Map.of("code", "slow", "label", "Too slow")))
            .with("lowRating", Map.of("threshold", 3, "recipients", List.of()))
            .with("targets", Map.of("north", 82.5, "south", 100))
            .with("delaySeconds", 5);
    workspaces.put("acme", SampleLine.workspace(Map.of("timeZone", "Asia/Tokyo")), ALWAYS);

    assertThat(put("acme", shop)).isEqualTo(Written.CREATED);
    assertThat(workspaces.line("acme", "shop").orElseThrow().own())
        .isEqualTo(shop.settings().own());
    assertThat(workspaces.line("acme", "shop").orElseThrow().version())
        .isEqualTo(shop.settings().version());
    assertThat(workspaces.settings("acme").own()).isEqualTo(Map.of("timeZone", "Asia/Tokyo"));
    assertThat(Workspace.having(workspaces.settings("acme")).timeZone()).hasToString("Asia/Tokyo");
    assertThat(widgets.find("shop").orElseThrow().delaySeconds()).isEqualTo(5);
  }

  @Test
  void aPutReplacesAll() {
    put("acme", SampleLine.widget("shop").with("scale", "nps"));

    assertThat(put("acme", SampleLine.widget("shop"))).isEqualTo(Written.REPLACED);
    assertThat(workspaces.line("acme", "shop").orElseThrow().own()).doesNotContainKey("scale");
  }

  @Test
  void linesAreListedByIdAndComplete() {
    for (int i = 0; i < 60; i++) {
      var text = Map.of("en", "x".repeat(1000), "de", "y".repeat(1000));
      var reasons =
          IntStream.range(0, 20)
              .mapToObj(r -> Map.of("code", "r" + r, "label", "z".repeat(200)))
              .toList();
      var template = "https://c.example/" + "p".repeat(2000);
      put(
          "acme",
          SampleLine.widget("w" + i)
              .with("requestText", text)
              .with("reasons", reasons)
              .with("chatHistoryUrlTemplate", template)
              .with("allowedOrigins", origins()));
    }

    assertThat(workspaces.lines("acme").keySet())
        .containsExactlyElementsOf(IntStream.range(0, 60).mapToObj(i -> "w" + i).sorted().toList());
  }

  private static List<String> origins() {
    return IntStream.range(0, 100)
        .mapToObj(i -> "https://" + "o".repeat(200) + i + ".example")
        .toList();
  }

  @Test
  void aChangeOverWhatWasReadIsMade() {
    put("acme", SampleLine.widget("shop"));
    var read = workspaces.line("acme", "shop").orElseThrow();

    assertThat(put("acme", SampleLine.widget("shop").with("scale", "nps"), is(read)))
        .isEqualTo(Written.REPLACED);
    assertThat(put("acme", SampleLine.widget("shop").with("scale", "thumbs"), is(read)))
        .isEqualTo(Written.CHANGED_MEANWHILE);
    assertThat(workspaces.remove("acme", "shop", is(read))).isEqualTo(Removed.CHANGED_MEANWHILE);
    assertThat(lines.find("acme", "shop").orElseThrow().scale().code()).isEqualTo("nps");
  }

  @Test
  void aConditionThatDoesNotHoldWritesNothing() {
    assertThat(put("acme", SampleLine.widget("shop"), new Condition.Exists()))
        .isEqualTo(Written.CHANGED_MEANWHILE);
    assertThat(workspaces.line("acme", "shop")).isEmpty();
    assertThat(put("acme", SampleLine.widget("shop"), new Condition.Absent()))
        .isEqualTo(Written.CREATED);
    assertThat(put("acme", SampleLine.widget("shop"), new Condition.Absent()))
        .isEqualTo(Written.CHANGED_MEANWHILE);
  }

  @Test
  void settingsOfAWorkspaceAreChangedOverWhatWasRead() {
    var none = workspaces.settings("acme");

    assertThat(workspaces.put("acme", SampleLine.workspace(Map.of("scale", "nps")), is(none)))
        .isEqualTo(Written.REPLACED);
    assertThat(workspaces.put("acme", SampleLine.workspace(Map.of()), is(none)))
        .isEqualTo(Written.CHANGED_MEANWHILE);
    assertThat(workspaces.put("acme", SampleLine.workspace(Map.of()), new Condition.Exists()))
        .isEqualTo(Written.REPLACED);
  }

  @Test
  void ofManyChangesOverTheSameReadingOneIsMade() throws Exception {
    put("acme", SampleLine.widget("shop"));
    var read = workspaces.line("acme", "shop").orElseThrow();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var changes =
          IntStream.range(0, 16)
              .<Callable<Written>>mapToObj(
                  i ->
                      () ->
                          put(
                              "acme",
                              SampleLine.widget("shop").with("delaySeconds", 1 + i),
                              is(read)))
              .toList();
      var outcomes = threads.invokeAll(changes).stream().map(SettingsContract::outcome).toList();

      assertThat(outcomes).containsOnlyOnce(Written.REPLACED);
      assertThat(Set.copyOf(outcomes))
          .containsExactlyInAnyOrder(Written.REPLACED, Written.CHANGED_MEANWHILE);
    }
  }

  @Test
  void aRemovedLineIsUnknown() {
    put("acme", SampleLine.widget("shop"));

    assertThat(workspaces.remove("acme", "shop", ALWAYS)).isEqualTo(Removed.REMOVED);
    assertThat(workspaces.remove("acme", "shop", ALWAYS)).isEqualTo(Removed.UNKNOWN);
    assertThat(widgets.find("shop")).isEmpty();
    assertThat(lines.find("acme", "shop")).isEmpty();
  }

  @Test
  void aWidgetsIdIsNeverGivenToAnotherWorkspace() {
    put("acme", SampleLine.widget("shop"));

    assertThat(put("globex", SampleLine.widget("shop"))).isEqualTo(Written.WIDGET_TAKEN);
    workspaces.remove("acme", "shop", ALWAYS);
    assertThat(put("globex", SampleLine.widget("shop"))).isEqualTo(Written.WIDGET_TAKEN);
    assertThat(workspaces.lines("globex")).isEmpty();
    assertThat(put("acme", SampleLine.widget("shop"))).isEqualTo(Written.CREATED);
    assertThat(widgets.find("shop").map(Line::workspace)).hasValue("acme");
  }

  @Test
  void linesOfOtherChannelsShareIdsAcrossWorkspacesAndAreNoWidgets() { // P20
    put("acme", SampleLine.widget("support").with("channel", "email"));
    put("globex", SampleLine.widget("support").with("channel", "telegram"));

    assertThat(lines.find("acme", "support").map(Line::channel)).hasValue("email");
    assertThat(lines.find("globex", "support").map(Line::channel)).hasValue("telegram");
    assertThat(widgets.find("support")).isEmpty();
    assertThat(workspaces.lines("initech")).isEmpty();
  }

  @Test
  void aLineThatIsNoWebsitesAnyMoreIsNoWidget() {
    put("acme", SampleLine.widget("shop"));
    put("acme", SampleLine.widget("shop").with("channel", "email"));

    assertThat(widgets.find("shop")).isEmpty();
  }

  @Test
  void idsThatLookLikeKeysStayIds() {
    var longest = "ü".repeat(256);
    for (String id : List.of("a#b", "a%23b", "SETTINGS", "w#acme", "~", longest)) {
      put("acme", SampleLine.widget(id));
      assertThat(widgets.find(id).map(Line::id)).hasValue(id);
    }
    assertThat(workspaces.lines("acme")).hasSize(6).containsKey(longest);
  }

  private Written put(String workspace, SampleLine line) {
    return put(workspace, line, ALWAYS);
  }

  private Written put(String workspace, SampleLine line, Condition condition) {
    return workspaces.put(workspace, line.id(), line.settings(), condition);
  }

  private static Condition is(Settings read) {
    return new Condition.IsVersion(Set.of(read.version()));
  }

  private static Written outcome(Future<Written> change) {
    try {
      return change.get();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
