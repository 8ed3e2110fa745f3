package ratings.domain.settings;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ratings.domain.document.Fields;
import ratings.domain.document.Shape;

/**
 * What a customer can pick as the reason of a rating (R105).
 *
 * @param code as it is stored and counted
 * @param label as the customer sees it
 */
public record Reason(String code, String label) {
  private static final int MOST = 20;
  private static final int LONGEST_LABEL = 200;

  /** Reasons of one line, no code twice. */
  static final Shape<List<Reason>> LIST =
      Shape.of(
          Reason::readAll,
          reasons ->
              reasons.stream()
                  .map(reason -> Map.of("code", reason.code, "label", reason.label))
                  .toList());

  private static Optional<List<Reason>> readAll(Fields fields, String name) {
    var codes = new HashSet<String>();
    return Shape.list(Shape.of(Reason::read, Reason::code), MOST)
        .read(fields, name)
        .map(
            reasons -> {
              if (!reasons.stream().allMatch(reason -> codes.add(reason.code))) {
                fields.violate(name, "must not hold a code twice");
              }
              return reasons;
            });
  }

  private static Optional<Reason> read(Fields fields, String name) {
    return fields
        .object(name)
        .map(
            reason -> {
              var code = reason.required("code", reason.id("code"), "");
              var label = reason.required("label", reason.text("label", LONGEST_LABEL), "");
              reason.refuseOthers();
              return new Reason(code, label);
            });
  }
}
