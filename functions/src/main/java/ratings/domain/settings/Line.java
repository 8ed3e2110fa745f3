package ratings.domain.settings;

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
    Optional<String> chatHistoryUrlTemplate) {}
