package ratings.functions.settings;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.crac.Core;
import ratings.aws.Environment;
import ratings.aws.Tables;
import ratings.domain.Tenancy;
import ratings.domain.document.Reading;
import ratings.domain.document.Text;
import ratings.domain.settings.Settings;
import ratings.domain.settings.Workspaces;
import ratings.http.Caller;
import ratings.http.PrimedFunction;
import ratings.http.Problem;
import ratings.http.Rehearsal;
import ratings.http.Request;
import ratings.http.Response;

/** Shows and changes the settings of the caller's workspace and of its lines. */
public final class SettingsFunction implements PrimedFunction {
  private static final String RIGHT = "ratings/settings";

  private final Workspaces workspaces;
  private final Tenancy tenancy;

  public SettingsFunction() {
    this(Tables.ofProcess());
    Core.getGlobalContext().register(this);
  }

  /** Over those tables. */
  public SettingsFunction(Tables tables) {
    this(tables.settings(), Environment.ofProcess().tenancy());
  }

  SettingsFunction(Workspaces workspaces, Tenancy tenancy) {
    this.workspaces = workspaces;
    this.tenancy = tenancy;
  }

  @Override
  public Response answer(Request request) throws Problem.Refused {
    var workspace = Caller.of(request, tenancy, RIGHT).workspace();
    return switch (request.route()) {
      case "GET /v1/settings" -> show(workspace, request);
      case "PUT /v1/settings" -> put(workspace, request);
      case "GET /v1/lines" -> list(workspace, request);
      case "GET /v1/lines/{lineId}" -> show(workspace, line(request), request);
      case "PUT /v1/lines/{lineId}" -> put(workspace, line(request), request);
      case "DELETE /v1/lines/{lineId}" -> remove(workspace, line(request), request);
      default -> throw new Problem.Refused(Problem.notFound("There is nothing at this path."));
    };
  }

  private Response show(String workspace, Request request) throws Problem.Refused {
    var level = Level.ofWorkspace(workspaces.settings(workspace));
    return Response.ok(level.document()).tagged(level.tag(), request);
  }

  private Response put(String workspace, Request request) throws Problem.Refused {
    var settings = valid(Settings.readWorkspace(request.json("application/json")));
    return written(
        workspaces.put(workspace, settings, Conditions.of(request)), Level.ofWorkspace(settings));
  }

  private Response list(String workspace, Request request) throws Problem.Refused {
    var under = workspaces.settings(workspace);
    var lines = workspaces.lines(workspace);
    for (var asked : request.query()) {
      if (!asked.getKey().equals("cursor")) {
        throw new Problem.Refused(Problem.badRequest("The list of lines takes a cursor only."));
      }
      lines = asked.getValue().isBlank() ? lines : LinePage.after(asked.getValue(), lines);
    }
    return Response.ok(LinePage.of(lines, under).document());
  }

  private Response show(String workspace, String line, Request request) throws Problem.Refused {
    var own = workspaces.line(workspace, line).orElseThrow(SettingsFunction::unknownLine);
    var level = Level.ofLine(line, own, workspaces.settings(workspace));
    return Response.ok(level.document()).tagged(level.tag(), request);
  }

  private Response put(String workspace, String line, Request request) throws Problem.Refused {
    var under = workspaces.settings(workspace);
    var settings = valid(Settings.readLine(request.json("application/json"), under));
    return written(
        workspaces.put(workspace, line, settings, Conditions.of(request)),
        Level.ofLine(line, settings, under));
  }

  private Response remove(String workspace, String line, Request request) throws Problem.Refused {
    return switch (workspaces.remove(workspace, line, Conditions.of(request))) {
      case REMOVED -> Response.empty(204);
      case UNKNOWN -> throw unknownLine();
      case CHANGED_MEANWHILE -> throw new Problem.Refused(Problem.changedMeanwhile());
    };
  }

  private static Response written(Workspaces.Written written, Level level) throws Problem.Refused {
    return switch (written) {
      case CREATED -> Response.json(201, level.document()).tagged(level.tag());
      case REPLACED -> Response.ok(level.document()).tagged(level.tag());
      case CHANGED_MEANWHILE -> throw new Problem.Refused(Problem.changedMeanwhile());
      case WIDGET_TAKEN ->
          throw new Problem.Refused(
              Problem.of(
                  409,
                  "widget-taken",
                  "Widget taken",
                  "Another workspace has a widget of this id."));
    };
  }

  private static Settings valid(Reading<Settings> reading) throws Problem.Refused {
    return switch (reading) {
      case Reading.Valid<Settings>(var settings) -> settings;
      case Reading.Invalid<Settings>(var violations) ->
          throw new Problem.Refused(Problem.invalid(violations));
    };
  }

  private static String line(Request request) throws Problem.Refused {
    var line = request.parameter("lineId");
    if (!Text.isId(line)) {
      throw new Problem.Refused(
          Problem.badRequest("A line's id has 1-256 printable characters without white space."));
    }
    return line;
  }

  private static Problem.Refused unknownLine() {
    return new Problem.Refused(
        Problem.of(404, "unknown-line", "Unknown line", "This workspace has no such line."));
  }

  @Override
  public List<Response> prime() throws IOException {
    var line =
        Rehearsal.of("PUT /v1/lines/{lineId}")
            .by(tenancy, RIGHT)
            .with("lineId", Rehearsal.ID)
            .with(Map.of("channel", "website", "name", "Rehearsal", "scale", "faces5"));
    return List.of(
        new SettingsFunction(Tables.rehearsed()).rehearse(line),
        rehearse(Rehearsal.of("GET /v1/settings").by(tenancy, RIGHT)),
        rehearse(Rehearsal.of("GET /v1/lines").by(tenancy, RIGHT)));
  }
}
