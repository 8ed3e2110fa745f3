package ratings.functions.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import ratings.domain.document.Reading;
import ratings.domain.document.Violation;
import ratings.domain.rating.Submission;

/**
 * What is in a form, as it was typed: to be read, or to be shown again.
 *
 * @param made seal of when its page was made
 * @param strange whether it has a field that we do not know, or one of one value twice
 */
record SentForm(
    String score,
    String feedback,
    String resolved,
    List<String> reasons,
    String made,
    boolean strange) {
  private static final Violation STRANGE = new Violation("", "has fields that are not known");
  private static final int LONGEST_SCORE = 2;

  SentForm {
    reasons = List.copyOf(reasons);
  }

  /** A form in which nothing but perhaps a score was chosen. */
  static SentForm choosing(String score) {
    return new SentForm(score, "", "", List.of(), "", false);
  }

  static SentForm of(List<Map.Entry<String, String>> fields) {
    var values = new LinkedHashMap<String, String>();
    var reasons = new ArrayList<String>();
    boolean strange = false;
    for (var field : fields) {
      switch (field.getKey()) {
        case "reason" -> reasons.add(field.getValue());
        case "score", "feedback", "resolved", "made" ->
            strange |= values.put(field.getKey(), field.getValue()) != null;
        default -> strange = true;
      }
    }
    reasons.removeIf(String::isBlank);
    return new SentForm(
        values.getOrDefault("score", ""),
        values.getOrDefault("feedback", ""),
        values.getOrDefault("resolved", ""),
        reasons,
        values.getOrDefault("made", ""),
        strange);
  }

  /** The submission that it is, by the same rules as any other. */
  Reading<Submission> submission(String conversation) {
    var reading = Submission.read(document(), conversation);
    if (!strange) {
      return reading;
    }
    var violations = new ArrayList<Violation>();
    if (reading instanceof Reading.Invalid<Submission> invalid) {
      violations.addAll(invalid.violations());
    }
    violations.add(STRANGE);
    return new Reading.Invalid<>(violations);
  }

  /** The score that was chosen, if it is a whole number. */
  OptionalInt number() {
    boolean digits =
        !score.isEmpty()
            && score.length() <= LONGEST_SCORE
            && score.chars().allMatch(c -> '0' <= c && c <= '9');
    return digits ? OptionalInt.of(Integer.parseInt(score)) : OptionalInt.empty();
  }

  /** What would be sent as JSON elsewhere. */
  private Map<String, Object> document() {
    var document = new LinkedHashMap<String, Object>();
    document.put("score", number().isPresent() ? number().getAsInt() : score);
    document.put("feedback", feedback);
    document.put("resolved", answered());
    document.put("reasons", reasons);
    return document;
  }

  private Object answered() {
    return switch (resolved) {
      case "yes", "true" -> true;
      case "no", "false" -> false;
      default -> resolved;
    };
  }

  /** Whether the issue was resolved, where that was answered. */
  Optional<Boolean> isResolved() {
    return answered() instanceof Boolean answer ? Optional.of(answer) : Optional.empty();
  }
}
