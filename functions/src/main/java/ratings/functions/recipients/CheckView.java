package ratings.functions.recipients;

import java.util.LinkedHashMap;
import java.util.Map;
import ratings.domain.notification.AlertCheck;
import ratings.domain.notification.AlertCheck.Problem;
import ratings.http.AlertLogView;

/** How a line's check is shown. */
final class CheckView {
  private CheckView() {}

  static Map<String, Object> of(AlertCheck check) {
    var view = new LinkedHashMap<String, Object>();
    view.put("recipientsSet", check.recipientsSet());
    view.put("confirmed", check.confirmed());
    view.put("lastAlert", check.lastAlert().map(AlertLogView::of));
    view.put("problems", check.problems().stream().map(CheckView::problem).toList());
    return view;
  }

  private static Map<String, Object> problem(Problem problem) {
    return Map.of("code", problem.code(), "detail", problem.detail());
  }
}
