package ratings.functions.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import ratings.domain.report.Cut;
import ratings.domain.report.Group;
import ratings.domain.report.Report;
import ratings.domain.report.Report.Part;
import ratings.domain.settings.Settings;
import ratings.domain.settings.Workspace;

/** How reports are shown. */
record ReportView(Workspace workspace, ReportParameters asked) {

  /**
   * What an admin sees.
   *
   * @param lines by their ids, where their names are needed
   */
  Map<String, Object> report(Report report, Map<String, Settings> lines) {
    var team = asked.filter().team();
    var view = period();
    view.put("total", group(report.total(), team));
    view.put("previous", group(report.previous(), team));
    view.put("groups", report.groups().stream().map(part -> part(part, lines)).toList());
    return view;
  }

  /** What there is of one teammate, with a page of comments. */
  Map<String, Object> ofTeammate(String teammate, Report report, Map<String, Object> comments) {
    var view = new LinkedHashMap<String, Object>();
    view.put("teammateId", teammate);
    view.put("name", report.groups().stream().findFirst().flatMap(Part::name));
    view.putAll(period());
    view.putAll(group(report.total(), Optional.empty()));
    view.put("previous", group(report.previous(), Optional.empty()));
    view.put("comments", comments);
    return view;
  }

  private Map<String, Object> period() {
    var view = new LinkedHashMap<String, Object>();
    view.put("from", asked.period().from());
    view.put("to", asked.period().to());
    view.put("timeZone", workspace.timeZone());
    return view;
  }

  private Map<String, Object> part(Part part, Map<String, Settings> lines) {
    var team = asked.by().filter(Cut.TEAM::equals).flatMap(_ -> part.key());
    var view = new LinkedHashMap<String, Object>();
    view.put("key", part.key());
    view.put("name", part.name().or(() -> name(part, lines)));
    view.putAll(group(part.group(), asked.filter().team().or(() -> team)));
    return view;
  }

  /** A line that was deleted, and whatever has no name, goes by its key. */
  private static Optional<String> name(Part part, Map<String, Settings> lines) {
    var line = part.key().map(lines::get);
    return line.isPresent() ? line.flatMap(Settings::name) : part.key();
  }

  private Map<String, Object> group(Group group, Optional<String> team) {
    return GroupView.of(group, workspace.npsBands(), team.flatMap(workspace::target));
  }
}
