package ratings.domain.settings;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import ratings.domain.document.Fields;
import ratings.domain.document.Fingerprint;
import ratings.domain.document.Reading;
import ratings.domain.score.Scale;

/**
 * Settings that one level has of its own, or all that hold for a line. Absent and null are the same
 * at every level: what the level below has. A value is worked out when it is first asked for, since
 * a rating needs a few of them only, and at a cold start the others would cost more than the write.
 */
public final class Settings {
  private static final Settings NONE = new Settings(new Given(Map.of()));

  private final Values values;
  private final Map<String, Optional<?>> known = new ConcurrentHashMap<>();

  private Settings(Values values) {
    this.values = values;
  }

  /** Where values come from. */
  private sealed interface Values {
    <T> Optional<T> of(Setting<T> setting);
  }

  /** What was read, by the setting's name: each by its setting's own shape. */
  private record Given(Map<String, Object> read) implements Values {
    @Override
    @SuppressWarnings("unchecked") // a value stands under its setting's name, read by its shape
    public <T> Optional<T> of(Setting<T> setting) {
      return Optional.ofNullable((T) read.get(setting.name()));
    }
  }

  /** A document that was checked when it was stored. */
  private record Stored(Map<String, ?> document) implements Values {
    @Override
    public <T> Optional<T> of(Setting<T> setting) {
      return setting.shape().read(Fields.of(document, Fields.collecting()), setting.name());
    }
  }

  /** A level's own over what it inherits over what the product has. */
  private record Layered(Settings own, Settings below) implements Values {
    @Override
    public <T> Optional<T> of(Setting<T> setting) {
      var inherited = setting.standing().inherited() ? below.own(setting) : Optional.<T>empty();
      return setting.effective(own.own(setting), inherited, own.own(Catalogue.CHANNEL).orElse(""));
    }
  }

  /** The same but for one setting. */
  private record Except<S>(Settings settings, Setting<S> other, Optional<S> value)
      implements Values {
    @Override
    @SuppressWarnings("unchecked") // the other setting is the one that is asked for
    public <T> Optional<T> of(Setting<T> setting) {
      return setting.name().equals(other.name()) ? (Optional<T>) value : settings.own(setting);
    }
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
    return new Settings(new Stored(document));
  }

  /** What a level has of its own of a setting. */
  @SuppressWarnings("unchecked") // a value stands under its setting's name
  <T> Optional<T> own(Setting<T> setting) {
    return (Optional<T>) known.computeIfAbsent(setting.name(), _ -> values.of(setting));
  }

  /** Whether they are of a widget, whose id is unique across workspaces. */
  public boolean ofWidget() {
    return own(Catalogue.CHANNEL).filter(Line.WEBSITE::equals).isPresent();
  }

  /** The zone by which a workspace that has these counts its days. */
  public ZoneId timeZone() {
    return effective().own(Catalogue.TIME_ZONE).orElseThrow();
  }

  /** What holds for a workspace that has these: workspace over product. */
  public Settings effective() {
    return new Settings(new Layered(this, NONE));
  }

  /** What holds for a line that has these: line over workspace over product. */
  public Settings over(Settings workspace) {
    boolean sameScale = scaleOver(workspace) == workspace.scaleOver(NONE);
    return new Settings(new Layered(this, sameScale ? workspace : workspace.withoutThreshold()));
  }

  /** What a line or a workspace is called. */
  public Optional<String> name() {
    return own(Catalogue.NAME);
  }

  /** These, but for the channel and the scale, and what means nothing on another scale. */
  Settings surveyed(String channel, Scale scale) {
    var threshold = own(Catalogue.SCALE).filter(scale::equals).isPresent();
    return (threshold ? this : withoutThreshold())
        .with(Catalogue.CHANNEL, Optional.of(channel))
        .with(Catalogue.SCALE, Optional.of(scale));
  }

  <T> Settings without(Setting<T> setting) {
    return with(setting, Optional.empty());
  }

  private <T> Settings with(Setting<T> setting, Optional<T> value) {
    return new Settings(new Except<>(this, setting, value));
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
    return new Settings(new Given(values));
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
    return with(Catalogue.LOW_RATING, own(Catalogue.LOW_RATING).map(LowRating::withoutThreshold));
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
