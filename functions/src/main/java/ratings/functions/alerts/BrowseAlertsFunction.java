package ratings.functions.alerts;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import org.crac.Core;
import ratings.aws.Environment;
import ratings.aws.Tables;
import ratings.domain.Tenancy;
import ratings.domain.notification.AlertLog;
import ratings.domain.notification.AlertQuery;
import ratings.domain.signing.Seal;
import ratings.http.AlertLogView;
import ratings.http.Caller;
import ratings.http.PrimedFunction;
import ratings.http.Problem;
import ratings.http.Rehearsal;
import ratings.http.Request;
import ratings.http.Response;

/** Lists the log of alerts: each low rating, who was told, and what became of it. */
public final class BrowseAlertsFunction implements PrimedFunction {
  private static final String RIGHT = "ratings/read";

  private final AlertLog log;
  private final AlertCursors cursors;
  private final Tenancy tenancy;

  public BrowseAlertsFunction() {
    this(Tables.ofProcess());
    Core.getGlobalContext().register(this);
  }

  /** Over those tables. */
  public BrowseAlertsFunction(Tables tables) {
    this(
        tables.alertLog(),
        new Seal(tables.signatures("cursor")),
        Environment.ofProcess().tenancy());
  }

  BrowseAlertsFunction(AlertLog log, Seal seal, Tenancy tenancy) {
    this.log = log;
    this.cursors = new AlertCursors(seal);
    this.tenancy = tenancy;
  }

  @Override
  public Response answer(Request request) throws Problem.Refused {
    var workspace = Caller.of(request, tenancy, RIGHT).workspace();
    var query = query(Problem.unlessValid(AlertParameters.read(workspace, request.query())));
    var page = log.read(query);
    var document = new LinkedHashMap<String, Object>();
    document.put("items", page.entries().stream().map(AlertLogView::of).toList());
    document.put("next", page.next().map(entry -> cursors.write(query, entry)));
    return Response.ok(document);
  }

  private AlertQuery query(AlertParameters asked) throws Problem.Refused {
    if (asked.cursor().isEmpty()) {
      return asked.query();
    }
    var entry = cursors.read(asked.query(), asked.cursor().get());
    if (entry.isEmpty()) {
      throw new Problem.Refused(
          Problem.of(
              400,
              "bad-cursor",
              "Not a cursor of this list",
              "A cursor fits the filter that it was made for, and no other."));
    }
    return asked.query().from(entry);
  }

  @Override
  public List<Response> prime() throws IOException {
    return List.of(rehearse(Rehearsal.of("GET /v1/alerts").by(tenancy, RIGHT)));
  }
}
