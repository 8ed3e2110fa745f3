package ratings.functions.settings;

import static java.util.stream.Collectors.toUnmodifiableSet;

import ratings.domain.settings.Condition;
import ratings.http.EntityTags;
import ratings.http.Problem;
import ratings.http.Request;

/** Under which condition a request may change settings: by default under any. */
final class Conditions {
  private Conditions() {}

  static Condition of(Request request) throws Problem.Refused {
    var match = EntityTags.of(request, "if-match");
    if (match.isPresent()) {
      return match.get().any() ? new Condition.Exists() : oneOf(match.get());
    }
    var noneMatch = EntityTags.of(request, "if-none-match");
    if (noneMatch.isEmpty()) {
      return new Condition.Always();
    }
    if (!noneMatch.get().any()) {
      throw new Problem.Refused(Problem.badRequest("If-None-Match takes only * in a change."));
    }
    return new Condition.Absent();
  }

  /** A weak tag matches nothing here (RFC 9110, section 13.1.1). */
  private static Condition oneOf(EntityTags tags) {
    return new Condition.IsVersion(
        tags.strong().stream().map(Level::own).collect(toUnmodifiableSet()));
  }
}
