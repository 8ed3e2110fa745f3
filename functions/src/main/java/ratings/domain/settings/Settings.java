package ratings.domain.settings;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import ratings.domain.document.Fields;
import ratings.domain.document.Fingerprint;
import ratings.domain.document.Reading;
import ratings.domain.score.Scale;

/**
 * Settings that one level has of its own, or all that hold for a line. Absent and null are the same
 * at every level: what the level below has.
 */
public final class Settings {
  private static final Settings NONE = new Settings(Map.of());

  /** What a setting's own shape has read, by the setting's name. */
  private final Map<String, Object> values;

  private Settings(Map<String, Object> values) {
    this.values = Map.copyOf(values);
  }

  /** Of a level that leaves everything to the one below. */
  public static Settings none() {
    return NONE;
  }

  /** Reads what a workspace is to have. */
  public static Reading<Settings> readWorkspace(Object document) {
    var violations = Fields.collecting();
    var fields = Fields.of(document, violations);
    var own = read(fields, Catalogue.ofWorkspace());
    fields.refuseOthers();
    own.checkThreshold(fields, NONE);
    return Reading.of(violations, () -> own);
  }

  /**
   * Reads what a line is to have.
   *
   * @param workspace what it falls back to, for a threshold must be of the scale that holds
   */
  public static Reading<Settings> readLine(Object document, Settings workspace) {
    var violations = Fields.collecting();
    var fields = Fields.of(document, violations);
    var own = read(fields, Catalogue.ofLine());
    fields.refuseOthers();
    Catalogue.ofLine()
        .filter(setting -> setting.standing().requiredOfLine())
        .forEach(setting -> fields.require(setting.name(), own.own(setting)));
    own.checkThreshold(fields, workspace);
    return Reading.of(violations, () -> own);
  }

  /**
   * What was checked when it was stored. What an older or newer release stored and this one does
   * not know is passed over: a line goes on with what is left.
   */
  public static Settings stored(Map<String, ?> document) {
    return read(Fields.of(document, Fields.collecting()), Catalogue.all().stream());
  }

  /** What a level has of its own of a setting. */
  @SuppressWarnings("unchecked") // a value stands under its setting's name, read by its shape
  <T> Optional<T> own(Setting<T> setting) {
    return Optional.ofNullable((T) values.get(setting.name()));
  }

  /** Whether they are of a widget, whose id is unique across workspaces. */
  public boolean ofWidget() {
    return own(Catalogue.CHANNEL).filter(Line.WEBSITE::equals).isPresent();
  }

  /** What holds for a workspace that has these: workspace over product. */
  public Settings effective() {
    return resolved(Catalogue.ofWorkspace(), NONE);
  }

  /** What holds for a line that has these: line over workspace over product. */
  public Settings over(Settings workspace) {
    boolean sameScale = scaleOver(workspace) == workspace.scaleOver(NONE);
    return resolved(Catalogue.all().stream(), sameScale ? workspace : workspace.withoutThreshold());
  }

  /** What the level has of its own, as a plain document. */
  public Map<String, Object> own() {
    return withoutNulls(document(Catalogue.all().stream()));
  }

  /** What holds for a workspace, every field of it, as a plain document. */
  public Map<String, Object> workspaceDocument() {
    return document(Catalogue.ofWorkspace());
  }

  /** What holds for a line, every field of it, as a plain document. */
  public Map<String, Object> lineDocument() {
    return document(Catalogue.ofLine());
  }

  /** Names this content: the same for the same settings, another for others. */
  public String version() {
    return Fingerprint.of(own());
  }

  private static Settings read(Fields fields, Stream<Setting<?>> settings) {
    var values = new HashMap<String, Object>();
    settings.forEach(setting -> setting.read(fields, values));
    return new Settings(values);
  }

  private void checkThreshold(Fields fields, Settings workspace) {
    var scale = scaleOver(workspace);
    own(Catalogue.LOW_RATING)
        .flatMap(LowRating::threshold)
        .filter(threshold -> !scale.takes(threshold))
        .flatMap(threshold -> fields.object(Catalogue.LOW_RATING.name()))
        .ifPresent(low -> low.violate("threshold", "must be a score of the scale " + scale.code()));
  }

  private Scale scaleOver(Settings workspace) {
    return own(Catalogue.SCALE).or(() -> workspace.own(Catalogue.SCALE)).orElse(Scale.STARS5);
  }

  /** A threshold is of the scale that it was set with, and means nothing on another. */
  private Settings withoutThreshold() {
    var others = new HashMap<>(values);
    own(Catalogue.LOW_RATING)
        .ifPresent(low -> others.put(Catalogue.LOW_RATING.name(), low.withoutThreshold()));
    return new Settings(others);
  }

  private Settings resolved(Stream<Setting<?>> settings, Settings below) {
    var channel = own(Catalogue.CHANNEL).orElse("");
    var resolved = new HashMap<String, Object>();
    settings.forEach(setting -> resolve(setting, below, channel, resolved));
    return new Settings(resolved);
  }

  private <T> void resolve(
      Setting<T> setting, Settings below, String channel, Map<String, Object> into) {
    var inherited = setting.standing().inherited() ? below.own(setting) : Optional.<T>empty();
    setting
        .effective(own(setting), inherited, channel)
        .ifPresent(value -> into.put(setting.name(), value));
  }

  private Map<String, Object> document(Stream<Setting<?>> settings) {
    var document = new LinkedHashMap<String, Object>();
    settings.forEach(setting -> write(setting, document));
    return document;
  }

  private <T> void write(Setting<T> setting, Map<String, Object> into) {
    into.put(setting.name(), own(setting).map(setting.shape()::write).orElse(null));
  }

  private static Map<String, Object> withoutNulls(Map<?, ?> document) {
    var kept = new LinkedHashMap<String, Object>();
    document.forEach(
        (name, value) -> {
          if (value != null) {
            kept.put(name.toString(), value instanceof Map<?, ?> part ? withoutNulls(part) : value);
          }
        });
    return kept;
  }
}
