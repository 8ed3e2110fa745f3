package ratings.aws;

import java.time.ZoneId;
import java.util.Optional;
import ratings.domain.report.Contribution;
import ratings.domain.report.Sighting;

/** A conversation that is to be counted. */
sealed interface Countable {
  String key();

  /** The version that is counted, over what was counted before. */
  long version(Marker marker);

  /** What that version adds, if anything. */
  Optional<Contribution> contribution(Marker marker, ZoneId zone);

  /** What the teammate of a cell is called, if that is known. */
  Optional<String> name(CellKey cell);

  /** One that was seen. */
  record Seen(Sighting sighting) implements Countable {
    @Override
    public String key() {
      return sighting.key();
    }

    @Override
    public long version(Marker marker) {
      return sighting.version();
    }

    @Override
    public Optional<Contribution> contribution(Marker marker, ZoneId zone) {
      return sighting.contribution(zone);
    }

    @Override
    public Optional<String> name(CellKey cell) {
      return sighting.teammateName().filter(_ -> cell.combination().equals(sighting.combination()));
    }
  }

  /**
   * One whose item is gone: what its marker says is all that is known, its day being the zone's.
   */
  record Gone(String key) implements Countable {
    @Override
    public long version(Marker marker) {
      return marker.version();
    }

    @Override
    public Optional<Contribution> contribution(Marker marker, ZoneId zone) {
      return marker.now().map(it -> it.in(zone));
    }

    @Override
    public Optional<String> name(CellKey cell) {
      return Optional.empty();
    }
  }
}
