package ratings.local.welcome;

import java.util.Arrays;
import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A piece of HTML that is safe to send: whatever is put into it as text is escaped.
 *
 * @param markup that a browser may read as it stands
 */
record Html(String markup) {
  static final Html NOTHING = new Html("");

  private static final Pattern WORDS = Pattern.compile("(?<=[a-z])(?=[A-Z])|(?<=/)");

  /**
   * Markup of ours with values in it.
   *
   * @param template with {@code %s} for each value, in quotes where it stands in an attribute
   * @param values {@link Html} goes in as it is, anything else as text
   */
  static Html of(String template, Object... values) {
    return new Html(template.formatted(Arrays.stream(values).map(Html::safe).toArray()));
  }

  static Html all(Collection<Html> pieces) {
    return new Html(pieces.stream().map(Html::markup).collect(Collectors.joining("\n")));
  }

  /** A name or path, which may break where a new word begins. */
  static Html breakable(String name) {
    return new Html(
        WORDS.splitAsStream(name).map(Html::escaped).collect(Collectors.joining("<wbr>")));
  }

  private static String safe(Object value) {
    return value instanceof Html html ? html.markup : escaped(value.toString());
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
