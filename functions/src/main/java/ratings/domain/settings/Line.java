package ratings.domain.settings;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import ratings.domain.score.Scale;

/**
 * A line with the settings that hold for it; a widget is a line of channel {@code website}.
 *
 * @param shards keys over which the workspace's ratings are spread by time
 */
public record Line(
    String workspace,
    String id,
    String channel,
    int shards,
    boolean collectRatings,
    Scale scale,
    Optional<Integer> rateWithinHours,
    Optional<Integer> changeWithinHours,
    List<String> allowedOrigins,
    boolean requireToken,
    Optional<String> chatHistoryUrlTemplate) {

  /** Where the whole conversation can be read, if the line says how to find it (R78). */
  public Optional<String> chatHistoryUrl(String conversation, Optional<String> user) {
    return chatHistoryUrlTemplate.map(
        template ->
            template
                .replace("{conversationId}", encoded(conversation))
                .replace("{lineId}", encoded(id))
                .replace("{userId}", encoded(user.orElse(""))));
  }

  /**
   * Whether a page may use the line's widget. Hygiene, not authentication: no {@code Origin} header
   * passes, and {@code null}, where only some may, is foreign.
   */
  public boolean allows(Optional<String> origin) {
    return allowedOrigins.isEmpty() || origin.isEmpty() || allowedOrigins.contains(origin.get());
  }

  private static String encoded(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
