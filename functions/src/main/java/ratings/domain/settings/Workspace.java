package ratings.domain.settings;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What holds for a workspace as a whole.
 *
 * @param effective workspace over product
 */
public record Workspace(Settings effective) {

  public static Workspace having(Settings own) {
    return new Workspace(own.effective());
  }

  /** The workspace's days begin at midnight here. */
  public ZoneId timeZone() {
    return always(Catalogue.TIME_ZONE);
  }

  public NpsBands npsBands() {
    return always(Catalogue.NPS_BANDS);
  }

  /** Percent of positive ratings that a team is to reach (R40). */
  public Optional<BigDecimal> target(String team) {
    return always(Catalogue.TARGETS).of(team);
  }

  private <T> T always(Setting<T> setting) {
    return effective
        .own(setting)
        .orElseThrow(() -> new IllegalStateException("workspace without " + setting.name()));
  }
}
