package ratings.domain.settings;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import ratings.domain.document.Shape;

/**
 * Where a web page is from, as browsers write it: {@code scheme://host[:port]}, in lower case,
 * without the scheme's own port.
 */
public record Origin(String text) {
  /** What a browser sends for a page without a name: a sandbox, a file. */
  static final String OPAQUE = "null";

  private static final String LABEL = "[a-z0-9]([a-z0-9-]*[a-z0-9])?";
  private static final Pattern ORIGIN =
      Pattern.compile(
          "(https?)://(" + LABEL + "(?:\\." + LABEL + ")*|\\[[0-9a-f:.]{2,45}])(?::([0-9]{1,5}))?");
  private static final int LONGEST = 300;
  private static final int LAST_PORT = 65_535;

  static final Shape<Origin> SHAPE =
      Shape.parsed(
          LONGEST,
          Origin::of,
          Origin::text,
          "must be an origin, as https://www.example.com or http://localhost:3000, without a path");

  /** The origin that a text names; {@code null} names none. */
  public static Optional<Origin> of(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    var matcher = ORIGIN.matcher(text.toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    var scheme = matcher.group(1);
    var port = Optional.ofNullable(matcher.group(matcher.groupCount())).map(Integer::valueOf);
    if (port.filter(p -> p < 1 || p > LAST_PORT).isPresent()) {
      return Optional.empty();
    }
    int own = scheme.equals("https") ? 443 : 80;
    var named = port.filter(p -> p != own).map(p -> ":" + p).orElse("");
    return Optional.of(new Origin(scheme + "://" + matcher.group(2) + named));
  }
}
