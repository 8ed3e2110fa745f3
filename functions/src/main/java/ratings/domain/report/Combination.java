package ratings.domain.report;

import java.util.Optional;
import ratings.domain.score.Scale;

/**
 * All that a report can be cut by or filtered on, but for the day. Conversations are summed by the
 * whole of it, so that any filters combine exactly, the response rate included.
 *
 * @param line also the widget, where it is one
 * @param team of the teammate
 * @param teammate id of who has the credit (R21)
 * @param scale that the conversation is or would be rated on
 */
public record Combination(
    String line,
    String channel,
    Optional<String> team,
    Optional<String> teammate,
    Optional<String> bot,
    Optional<String> survey,
    Scale scale) {}
