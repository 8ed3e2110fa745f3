package ratings.functions.request;

import java.util.Set;
import ratings.http.Problem;
import ratings.http.Request;

/** Whether a close is only to be decided, and not done. */
final class DryRun {
  private static final Set<String> WORDS = Set.of("true", "false");

  private DryRun() {}

  static boolean isAsked(Request request) throws Problem.Refused {
    boolean asked = false;
    for (var field : request.query()) {
      if (field.getKey().equals("dryRun")) {
        if (!WORDS.contains(field.getValue())) {
          throw new Problem.Refused(Problem.badRequest("A dryRun is true or false."));
        }
        asked = field.getValue().equals("true");
      }
    }
    return asked;
  }
}
