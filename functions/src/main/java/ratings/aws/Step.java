package ratings.aws;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import ratings.domain.report.Contribution;
import ratings.domain.report.Counts;
import ratings.domain.report.Sighting;

/**
 * What counting one conversation changes.
 *
 * @param marker as it is to be
 * @param deltas what goes into cells, and out of those where the conversation was counted before
 */
record Step(Sighting sighting, Marker marker, Map<CellKey, Counts> deltas) {

  /** The step from a marker to a sighting, or nothing where there is nothing to do. */
  static Optional<Step> of(Sighting sighting, Marker marker, ZoneId zone, LocalDate today) {
    var contribution = sighting.contribution(zone);
    if (marker.covers(sighting.version(), contribution)
        || marker.isSpared(sighting.version(), contribution)) {
      return Optional.empty();
    }
    var workspace = Keys.workspaceOf(sighting.key());
    var next = marker.counted(sighting.version(), contribution, today);
    var deltas = new LinkedHashMap<CellKey, Counts>();
    marker.now().ifPresent(it -> deltas.put(cell(it, next, workspace), it.counts().negated()));
    contribution.ifPresent(
        it -> deltas.merge(cell(it, next, workspace), it.counts(), Counts::plus));
    deltas.values().removeIf(Counts::isNone);
    return Optional.of(new Step(sighting, next, deltas));
  }

  /** What the teammate of a cell is called, if the sighting says so. */
  Optional<String> name(CellKey cell) {
    return sighting.teammateName().filter(_ -> cell.combination().equals(sighting.combination()));
  }

  private static CellKey cell(Contribution contribution, Marker next, String workspace) {
    return new CellKey(workspace, contribution.day(), contribution.combination(), next.written());
  }
}
