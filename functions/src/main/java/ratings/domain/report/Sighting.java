package ratings.domain.report;

import java.time.ZoneId;
import java.util.Optional;
import ratings.domain.rating.Standing;

/**
 * A conversation as one of its writes left it.
 *
 * @param key by which the store knows it
 * @param version that a later write raises
 * @param teammateName what its teammate is called, if that is known
 */
public record Sighting(
    String key,
    long version,
    Combination combination,
    Optional<String> teammateName,
    Standing standing) {

  /** What it adds to the reports, if anything. */
  public Optional<Contribution> contribution(ZoneId zone) {
    return Contribution.of(combination, standing, zone);
  }
}
