package ratings.functions.page;

import static ratings.http.Html.element;

import java.util.ArrayList;
import java.util.List;
import ratings.domain.score.Scale;
import ratings.http.Html;

/** What stands for a score: a star, a face, a thumb, a number. */
final class Mark {
  private static final String STAR =
      "M24 4 29.9 17.4 44.4 18.9 33.5 28.6 36.6 42.9 24 35.5 11.4 42.9 14.5 28.6 3.6 18.9"
          + " 18.1 17.4Z";
  private static final String THUMB =
      "M15 21.5 22.5 6.5C26 6.5 28 9 27.5 12.5L26.5 18.5H37C40 18.5 42 21 41.4 24L38.6 37.5"
          + "C38.1 40 36.3 41.5 34 41.5H15M6.5 21.5H15V41.5H6.5Z";
  private static final List<String> MOUTHS =
      List.of(
          "M15 35Q24 24 33 35",
          "M16 33.5Q24 28 32 33.5",
          "M16 32H32",
          "M15.5 29.5Q24 36 32.5 29.5",
          "M14 28H34Q32 38 24 38T14 28Z");
  private static final List<String> BROWS =
      List.of("M12 13 19 16.5M36 13 29 16.5", "M12.5 15.5 18.5 16.5M35.5 15.5 29.5 16.5");

  private Mark() {}

  static Html of(Scale scale, int score) {
    return switch (scale) {
      case STARS5 -> drawing(List.of(path(STAR)));
      case FACES5 -> drawing(face(score));
      case THUMBS -> drawing(List.of(thumb(score)));
      case NPS -> element("span", Integer.toString(score)).with("class", "number");
    };
  }

  /**
   * A score as it was given: of stars so many of five, of a number nothing that it does not say.
   */
  static List<Html> given(Scale scale, int score) {
    return switch (scale) {
      case STARS5 -> scale.scores().stream().map(star -> star(star <= score)).toList();
      case FACES5, THUMBS -> List.of(of(scale, score));
      case NPS -> List.of();
    };
  }

  private static Html star(boolean filled) {
    var star = drawing(List.of(path(STAR)));
    return filled ? star.with("class", "on") : star;
  }

  private static List<Html> face(int score) {
    var shapes = new ArrayList<Html>();
    shapes.add(circle("24", "24", "20").with("class", "skin"));
    shapes.add(eye("17"));
    shapes.add(eye("31"));
    if (score <= BROWS.size()) {
      shapes.add(path(BROWS.get(score - 1)));
    }
    shapes.add(path(MOUTHS.get(score - 1)));
    return shapes;
  }

  private static Html eye(String x) {
    return circle(x, "20", "2").with("class", "eye");
  }

  private static Html.Element thumb(int score) {
    return score == 1 ? path(THUMB) : path(THUMB).with("transform", "rotate(180 24 24)");
  }

  private static Html.Element path(String data) {
    return element("path").with("d", data);
  }

  private static Html.Element circle(String x, String y, String radius) {
    return element("circle").with("cx", x).with("cy", y).with("r", radius);
  }

  private static Html.Element drawing(List<Html> shapes) {
    return element("svg", shapes)
        .with("viewBox", "0 0 48 48")
        .with("aria-hidden", "true")
        .with("focusable", "false");
  }
}
