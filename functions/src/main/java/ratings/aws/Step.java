package ratings.aws;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import ratings.domain.report.Contribution;
import ratings.domain.report.Counts;

/**
 * What counting one conversation changes.
 *
 * @param marker as it is to be
 * @param deltas what goes into cells, and out of those where the conversation was counted before
 */
record Step(Countable conversation, Marker marker, Map<CellKey, Counts> deltas) {

  /** The step from a marker to a conversation, or nothing where there is nothing to do. */
  static Optional<Step> of(Countable conversation, Marker marker, ZoneId zone, LocalDate today) {
    var contribution = conversation.contribution(marker, zone);
    long version = conversation.version(marker);
    if (marker.covers(version, contribution) || marker.isSpared(version, contribution)) {
      return Optional.empty();
    }
    var workspace = Keys.workspaceOf(conversation.key());
    var next = marker.counted(version, contribution, today);
    var deltas = new LinkedHashMap<CellKey, Counts>();
    marker.now().ifPresent(it -> deltas.put(cell(it, next, workspace), it.counts().negated()));
    contribution.ifPresent(
        it -> deltas.merge(cell(it, next, workspace), it.counts(), Counts::plus));
    deltas.values().removeIf(Counts::isNone);
    return Optional.of(new Step(conversation, next, deltas));
  }

  String key() {
    return conversation.key();
  }

  private static CellKey cell(Contribution contribution, Marker next, String workspace) {
    return new CellKey(workspace, contribution.day(), contribution.combination(), next.written());
  }
}
