package ratings.functions.report;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.crac.Core;
import ratings.aws.Environment;
import ratings.aws.Tables;
import ratings.domain.Tenancy;
import ratings.domain.document.Text;
import ratings.domain.rating.list.Cursors;
import ratings.domain.rating.list.RatingPages;
import ratings.domain.report.Cut;
import ratings.domain.report.ReportQuery;
import ratings.domain.report.Reports;
import ratings.domain.report.Tallies;
import ratings.domain.settings.Settings;
import ratings.domain.settings.Workspace;
import ratings.domain.settings.Workspaces;
import ratings.http.Caller;
import ratings.http.PrimedFunction;
import ratings.http.Problem;
import ratings.http.Rehearsal;
import ratings.http.Request;
import ratings.http.Response;

/** Reports of a workspace's ratings, and of a teammate's. */
public final class ReportFunction implements PrimedFunction {
  private static final String RIGHT = "ratings/read";

  private final Reports reports;
  private final Comments comments;
  private final Workspaces workspaces;
  private final Tenancy tenancy;
  private final Clock clock;

  public ReportFunction() {
    this(Tables.ofProcess());
    Core.getGlobalContext().register(this);
  }

  /** Over those tables. */
  public ReportFunction(Tables tables) {
    this(
        tables.tallies(),
        tables.pages(),
        new Cursors(tables.signatures("cursor")),
        tables.settings(),
        Environment.ofProcess().tenancy(),
        tables.clock());
  }

  ReportFunction(
      Tallies tallies,
      RatingPages pages,
      Cursors cursors,
      Workspaces workspaces,
      Tenancy tenancy,
      Clock clock) {
    this.reports = new Reports(tallies);
    this.comments = new Comments(pages, cursors);
    this.workspaces = workspaces;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  @Override
  public Response answer(Request request) throws Problem.Refused {
    return switch (request.route()) {
      case "GET /v1/me/achievements" -> ofTeammate(request, teammate(request));
      case "GET /v1/teammates/{id}/ratings" -> ofTeammate(request, named(request));
      default -> report(request, Caller.of(request, tenancy, RIGHT).workspace());
    };
  }

  private Response report(Request request, String id) throws Problem.Refused {
    var workspace = workspace(id);
    var asked = Problem.unlessValid(ReportParameters.ofReport(request.query(), today(workspace)));
    var report = reports.make(new ReportQuery(id, asked.period(), asked.filter(), asked.by()));
    return Response.ok(new ReportView(workspace, asked).report(report, lines(id, asked)));
  }

  private Map<String, Settings> lines(String workspace, ReportParameters asked) {
    return asked.by().filter(Cut.LINE::equals).isPresent() ? workspaces.lines(workspace) : Map.of();
  }

  private Response ofTeammate(Request request, Caller caller) throws Problem.Refused {
    var workspace = workspace(caller.workspace());
    var asked =
        Problem.unlessValid(
            ReportParameters.ofTeammate(caller.teammate(), request.query(), today(workspace)));
    var report =
        reports.make(
            new ReportQuery(caller.workspace(), asked.period(), asked.filter(), asked.by()));
    var page =
        comments.page(
            caller.workspace(),
            caller.teammate(),
            asked.period().in(workspace.timeZone()),
            workspace.npsBands(),
            asked.cursor());
    return Response.ok(
        new ReportView(workspace, asked).ofTeammate(caller.teammate(), report, page));
  }

  /** Whoever asks for their own. */
  private Caller teammate(Request request) throws Problem.Refused {
    var caller = Caller.of(request, tenancy);
    if (!Text.isId(caller.teammate())) {
      throw new Problem.Refused(
          Problem.of(403, "forbidden", "Not allowed", "The token names no teammate."));
    }
    return caller;
  }

  /** An admin who asks for another's. */
  private Caller named(Request request) throws Problem.Refused {
    var caller = Caller.of(request, tenancy, RIGHT);
    var teammate = request.parameter("id");
    if (!Text.isId(teammate)) {
      throw new Problem.Refused(Problem.notFound("There is no such teammate."));
    }
    return new Caller(caller.workspace(), teammate, caller.rights());
  }

  private Workspace workspace(String id) {
    return Workspace.having(workspaces.settings(id));
  }

  private LocalDate today(Workspace workspace) {
    return LocalDate.ofInstant(clock.instant(), workspace.timeZone());
  }

  @Override
  public List<Response> prime() throws IOException {
    return List.of(
        rehearse(Rehearsal.of("GET /v1/reports/ratings").by(tenancy, RIGHT)),
        rehearse(
            Rehearsal.of("GET /v1/teammates/{id}/ratings")
                .by(tenancy, RIGHT)
                .with("id", Rehearsal.ID)));
  }
}
