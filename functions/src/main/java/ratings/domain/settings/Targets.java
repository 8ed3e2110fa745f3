package ratings.domain.settings;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import ratings.domain.document.Fields;
import ratings.domain.document.Shape;
import ratings.domain.document.Text;

/**
 * The share of positive ratings that each team is to reach (R40).
 *
 * @param byTeam percent, 0 to 100, with at most one decimal
 */
public record Targets(Map<String, BigDecimal> byTeam) {
  private static final int MOST = 500;
  private static final BigDecimal ALL = BigDecimal.valueOf(100);

  static final Shape<Targets> SHAPE = Shape.of(Targets::read, Targets::byTeam);

  public Targets {
    byTeam = Map.copyOf(byTeam);
  }

  public Optional<BigDecimal> of(String team) {
    return Optional.ofNullable(byTeam.get(team));
  }

  private static Optional<Targets> read(Fields fields, String name) {
    return fields
        .object(name)
        .map(
            targets -> {
              if (targets.names().size() > MOST) {
                fields.violate(name, "must be for at most " + MOST + " teams");
              }
              return read(targets);
            });
  }

  private static Targets read(Fields fields) {
    var byTeam = new TreeMap<String, BigDecimal>();
    for (String team : fields.names()) {
      if (!Text.isId(team)) {
        fields.violate(team, "must be for a team's id");
      }
      fields
          .value(team)
          .flatMap(value -> percent(value, fields, team))
          .ifPresent(percent -> byTeam.put(team, percent));
    }
    return new Targets(byTeam);
  }

  private static Optional<BigDecimal> percent(Object value, Fields fields, String team) {
    var percent =
        Optional.of(value)
            .filter(Number.class::isInstance)
            .map(number -> new BigDecimal(number.toString()))
            .filter(number -> number.signum() >= 0 && number.compareTo(ALL) <= 0)
            .map(BigDecimal::stripTrailingZeros)
            .filter(number -> number.scale() <= 1)
            .map(number -> number.scale() < 0 ? number.setScale(0) : number);
    if (percent.isEmpty()) {
      fields.violate(team, "must be a number from 0 to 100, with at most one decimal");
    }
    return percent;
  }
}
