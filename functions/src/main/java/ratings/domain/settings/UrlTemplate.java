package ratings.domain.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ratings.domain.document.Shape;

/** An absolute http or https URL that may hold placeholders after its host, as {@code {userId}}. */
public record UrlTemplate(String text) {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");

  private static final Pattern WEB = Pattern.compile("(?i)https?://");

  /** A URL without placeholders. */
  public static final Shape<UrlTemplate> PLAIN = shape(List.of());

  /** A URL that may hold these. */
  static Shape<UrlTemplate> shape(List<String> placeholders) {
    return Shape.parsed(
        Limits.URL,
        text -> of(text, placeholders),
        UrlTemplate::text,
        placeholders.isEmpty()
            ? "must be an absolute http or https URL"
            : "must be an absolute http or https URL; after its host it may hold {"
                + String.join("}, {", placeholders)
                + "}");
  }

  private static Optional<UrlTemplate> of(String text, List<String> placeholders) {
    boolean known =
        PLACEHOLDER
            .matcher(text)
            .results()
            .allMatch(found -> placeholders.contains(found.group(1)));
    var origin = origin(PLACEHOLDER.matcher(text).replaceAll("x"));
    return known && origin.filter(text::startsWith).isPresent()
        ? Optional.of(new UrlTemplate(text))
        : Optional.empty();
  }

  /** The URL with every placeholder filled, percent-encoded, or nothing where one has no value. */
  public Optional<String> fill(Map<String, String> values) {
    var matcher = PLACEHOLDER.matcher(text);
    if (!matcher.results().allMatch(found -> values.containsKey(found.group(1)))) {
      return Optional.empty();
    }
    return Optional.of(
        matcher
            .reset()
            .replaceAll(found -> Matcher.quoteReplacement(encoded(values.get(found.group(1))))));
  }

  /** Scheme and authority, where the text is an absolute http or https URL without user info. */
  private static Optional<String> origin(String text) {
    try {
      var url = new URI(text);
      return WEB.matcher(text).lookingAt() && url.getHost() != null && url.getRawUserInfo() == null
          ? Optional.of(url.getScheme() + "://" + url.getRawAuthority())
          : Optional.empty();
    } catch (URISyntaxException notAUrl) {
      return Optional.empty();
    }
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
