package ratings.domain.settings;

import java.util.LinkedHashMap;
import java.util.Map;
import ratings.domain.document.Reading;

/** A line for tests: a website's, by the product's defaults but for what a test says. */
public record SampleLine(String workspace, String id, int shards, Map<String, Object> own) {

  public static SampleLine widget(String id) {
    return new SampleLine("acme", id, 1, Map.of("channel", "website", "name", "Shop"));
  }

  public SampleLine of(String otherWorkspace) {
    return new SampleLine(otherWorkspace, id, shards, own);
  }

  public SampleLine spreadOver(int keys) {
    return new SampleLine(workspace, id, keys, own);
  }

  /** With a field as it stands on the wire. */
  public SampleLine with(String field, Object value) {
    var changed = new LinkedHashMap<>(own);
    changed.put(field, value);
    return new SampleLine(workspace, id, shards, changed);
  }

  public Line line() {
    return lineOver(Settings.none());
  }

  public Line lineOver(Settings workspaceSettings) {
    return new Line(workspace, id, shards, settings().over(workspaceSettings));
  }

  public Settings settings() {
    return valid(Settings.readLine(own, Settings.none()));
  }

  /** Settings of a workspace. */
  public static Settings workspace(Map<String, ?> own) {
    return valid(Settings.readWorkspace(own));
  }

  private static Settings valid(Reading<Settings> reading) {
    return switch (reading) {
      case Reading.Valid(var settings) -> settings;
      case Reading.Invalid(var violations) -> throw new AssertionError(violations.toString());
    };
  }
}
