package ratings.functions.report;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ratings.domain.report.Group;
import ratings.domain.report.Score;
import ratings.domain.report.Score.FivePoints;
import ratings.domain.report.Score.Nps;
import ratings.domain.report.Score.Thumbs;
import ratings.domain.settings.NpsBands;

/** How a group of a report is shown. */
final class GroupView {
  private GroupView() {}

  /**
   * The group's fields.
   *
   * @param target of the team that it is about, if it is about one that has one
   */
  static Map<String, Object> of(Group group, NpsBands bands, Optional<BigDecimal> target) {
    var counts = group.all();
    var view = new LinkedHashMap<String, Object>();
    view.put("asked", counts.asked());
    view.put("delivered", counts.delivered());
    view.put("answered", counts.answered());
    view.put("responseRate", group.responseRate());
    var scales = new LinkedHashMap<String, Object>();
    group.scores(bands).forEach((scale, score) -> scales.put(scale.code(), score(score)));
    view.put("scales", scales);
    var resolved = new LinkedHashMap<String, Object>();
    resolved.put("yes", counts.resolved());
    resolved.put("no", counts.unresolved());
    resolved.put("rate", group.resolutionRate());
    view.put("resolved", resolved);
    target.ifPresent(
        percent -> {
          view.put("target", percent);
          view.put("targetMet", group.meets(percent));
        });
    return view;
  }

  private static Map<String, Object> score(Score score) {
    return switch (score) {
      case FivePoints points -> points(points);
      case Nps nps -> nps(nps);
      case Thumbs thumbs -> thumbs(thumbs);
    };
  }

  private static Map<String, Object> points(FivePoints points) {
    var view = new LinkedHashMap<String, Object>();
    view.put("count", points.count());
    view.put("average", points.average());
    view.put("distribution", points.distribution());
    view.put("positive", points.positive());
    view.put("neutral", points.neutral());
    view.put("negative", points.negative());
    view.put("csat", points.csat());
    view.put("interval", points.interval().map(it -> List.of(it.low(), it.high())));
    return view;
  }

  private static Map<String, Object> nps(Nps nps) {
    var view = new LinkedHashMap<String, Object>();
    view.put("count", nps.count());
    view.put("promoters", nps.promoters());
    view.put("passives", nps.passives());
    view.put("detractors", nps.detractors());
    view.put("nps", nps.nps());
    view.put("bands", nps.bands().code());
    return view;
  }

  private static Map<String, Object> thumbs(Thumbs thumbs) {
    var view = new LinkedHashMap<String, Object>();
    view.put("up", thumbs.up());
    view.put("down", thumbs.down());
    view.put("share", thumbs.share());
    return view;
  }
}
