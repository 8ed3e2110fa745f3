package ratings.http;

import ratings.domain.rating.Refusal;
import ratings.domain.settings.Line;
import ratings.domain.settings.Widgets;

/** The line behind a widget's request. */
public final class WidgetLine {
  private WidgetLine() {}

  /**
   * Finds the line of {@code {widgetId}}.
   *
   * @throws Problem.Refused 404 for an unknown widget, 403 for a page that may not use it
   */
  public static Line of(Request request, Widgets widgets) throws Problem.Refused {
    var line =
        widgets
            .find(request.parameter("widgetId"))
            .orElseThrow(
                () ->
                    new Problem.Refused(
                        Problem.of(
                            404, "unknown-widget", "Unknown widget", "There is no such widget.")));
    if (!line.allows(request.header("origin"))) {
      throw new Problem.Refused(RatingAnswer.refused(Refusal.ORIGIN_NOT_ALLOWED));
    }
    return line;
  }
}
