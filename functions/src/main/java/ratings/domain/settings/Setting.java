package ratings.domain.settings;

import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import ratings.domain.document.Fields;
import ratings.domain.document.Shape;

/**
 * One field of the settings: how it looks, where it stands, and what holds where nobody set it.
 *
 * @param name on the wire and in the store
 * @param standing at which levels it stands, and whether a line inherits it
 * @param standard what the product has where nobody set it, by the line's channel; may be nothing
 * @param merge a level's own value over the one that it would inherit
 */
record Setting<T>(
    String name,
    Shape<T> shape,
    Standing standing,
    Function<String, Optional<T>> standard,
    BinaryOperator<T> merge) {

  /** At which levels a setting stands. */
  enum Standing {
    /** A line's, and the workspace's as the default of its lines. */
    BOTH(true, true),
    /** Of a line only, which must give it. */
    LINE(true, false),
    /** Of the workspace only, for all its lines. */
    WORKSPACE(false, true),
    /** The line's own, which must give it, and the workspace's own. */
    EACH(true, true);

    private final boolean ofLine;
    private final boolean ofWorkspace;

    Standing(boolean ofLine, boolean ofWorkspace) {
      this.ofLine = ofLine;
      this.ofWorkspace = ofWorkspace;
    }

    boolean ofLine() {
      return ofLine;
    }

    boolean ofWorkspace() {
      return ofWorkspace;
    }

    /** What the workspace has holds for a line too. */
    boolean inherited() {
      return this == BOTH || this == WORKSPACE;
    }

    boolean requiredOfLine() {
      return ofLine && !inherited();
    }
  }

  /** A setting that stays empty where nobody sets it. */
  static <T> Setting<T> of(String name, Shape<T> shape) {
    return new Setting<>(
        name, shape, Standing.BOTH, channel -> Optional.empty(), (own, under) -> own);
  }

  static <T> Setting<T> of(String name, Shape<T> shape, T standard) {
    return of(name, shape).or(channel -> standard);
  }

  Setting<T> or(Function<String, T> standardOfChannel) {
    return new Setting<>(name, shape, standing, standardOfChannel.andThen(Optional::of), merge);
  }

  Setting<T> at(Standing level) {
    return new Setting<>(name, shape, level, standard, merge);
  }

  Setting<T> merging(BinaryOperator<T> parts) {
    return new Setting<>(name, shape, standing, standard, parts);
  }

  /** Reads it into the values of a level; what is wrong is among the fields' violations. */
  void read(Fields fields, Map<String, Object> values) {
    shape.read(fields, name).ifPresent(value -> values.put(name, value));
  }

  /** What a level has, over what it inherits, over what the product has. */
  Optional<T> effective(Optional<T> own, Optional<T> inherited, String channel) {
    return over(own, over(inherited, standard.apply(channel)));
  }

  private Optional<T> over(Optional<T> upper, Optional<T> lower) {
    return upper.isPresent() && lower.isPresent()
        ? Optional.of(merge.apply(upper.get(), lower.get()))
        : upper.or(() -> lower);
  }
}
