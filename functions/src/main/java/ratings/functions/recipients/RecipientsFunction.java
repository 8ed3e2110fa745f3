package ratings.functions.recipients;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.crac.Core;
import ratings.aws.Clients;
import ratings.aws.Environment;
import ratings.aws.Retries;
import ratings.aws.SnsMailboxes;
import ratings.aws.Tables;
import ratings.domain.Tenancy;
import ratings.domain.document.Text;
import ratings.domain.notification.AlertCheck;
import ratings.domain.notification.AlertLog;
import ratings.domain.notification.Directory;
import ratings.domain.notification.Directory.Added;
import ratings.domain.notification.Mailboxes;
import ratings.domain.notification.Recipient;
import ratings.domain.settings.Line;
import ratings.domain.settings.Lines;
import ratings.domain.webhook.Reach;
import ratings.domain.webhook.Secret;
import ratings.http.Caller;
import ratings.http.PrimedFunction;
import ratings.http.Problem;
import ratings.http.Rehearsal;
import ratings.http.Request;
import ratings.http.Response;

/** Keeps who hears of low ratings, and tells what keeps a line's alerts away (R91, R107). */
public final class RecipientsFunction implements PrimedFunction {
  private static final String RIGHT = "ratings/settings";

  private final Directory directory;
  private final Lines lines;
  private final AlertLog log;
  private final Reach reach;
  private final Tenancy tenancy;

  public RecipientsFunction() {
    this(
        Tables.ofProcess(),
        new SnsMailboxes(
            Clients.sns(), Environment.ofProcess().alertMailTopic(), Retries.whileSomebodyWaits()));
    Core.getGlobalContext().register(this);
  }

  /** Over those tables. */
  public RecipientsFunction(Tables tables, Mailboxes mailboxes) {
    this(
        new Directory(tables.recipients(), mailboxes, tables.webhooks(), tables.clock()),
        tables.settings(),
        tables.alertLog(),
        Environment.ofProcess().webhookReach(),
        Environment.ofProcess().tenancy());
  }

  RecipientsFunction(Directory directory, Lines lines, AlertLog log, Reach reach, Tenancy tenancy) {
    this.directory = directory;
    this.lines = lines;
    this.log = log;
    this.reach = reach;
    this.tenancy = tenancy;
  }

  @Override
  public Response answer(Request request) throws Problem.Refused {
    var workspace = Caller.of(request, tenancy, RIGHT).workspace();
    return switch (request.route()) {
      case "GET /v1/recipients" -> list(workspace);
      case "POST /v1/recipients" -> add(workspace, request);
      case "POST /v1/recipients/{id}/secrets" -> rotate(workspace, request.parameter("id"));
      case "DELETE /v1/recipients/{id}" -> remove(workspace, request.parameter("id"));
      case "GET /v1/lines/{lineId}/alert-check" -> check(workspace, request.parameter("lineId"));
      default -> throw new Problem.Refused(Problem.notFound("There is nothing at this path."));
    };
  }

  private Response list(String workspace) {
    var all = directory.recipients().of(workspace);
    var reached = directory.reached(workspace, all);
    return Response.ok(Map.of("items", all.stream().map(it -> view(it, reached)).toList()));
  }

  /** Whoever has not agreed yet is asked once more. */
  private Response add(String workspace, Request request) throws Problem.Refused {
    var document = request.json("application/json");
    var recipient = Problem.unlessValid(Recipient.read(workspace, document, reach));
    return switch (directory.add(recipient)) {
      case Added.New(var secret) -> {
        var view = view(recipient);
        secret.ifPresent(it -> view.put("secret", it.shown()));
        yield Response.json(201, view);
      }
      case Added.Known() -> Response.ok(view(recipient));
      case Added.TooManyMailboxes() -> throw full("One installation can write to 200 addresses.");
      case Added.TooManyHooks() ->
          throw full("One workspace has at most " + Directory.MOST_HOOKS + " endpoints.");
      case Added.Refused() ->
          throw new Problem.Refused(Problem.badRequest("No mail can be sent to this endpoint."));
    };
  }

  private static Problem.Refused full(String detail) {
    return new Problem.Refused(
        Problem.of(409, "too-many-recipients", "Too many recipients", detail));
  }

  private Response rotate(String workspace, String id) throws Problem.Refused {
    var secret = Text.isId(id) ? directory.rotate(workspace, id) : Optional.<Secret>empty();
    return Response.json(
        201, Map.of("id", id, "secret", secret.orElseThrow(RecipientsFunction::unknown).shown()));
  }

  private Response remove(String workspace, String id) throws Problem.Refused {
    if (!Text.isId(id) || !directory.remove(workspace, id)) {
      throw unknown();
    }
    return Response.empty(204);
  }

  private static Problem.Refused unknown() {
    return new Problem.Refused(Problem.notFound("There is no such recipient."));
  }

  private Response check(String workspace, String id) throws Problem.Refused {
    var line = line(workspace, id);
    var all = directory.recipients().of(workspace);
    var reached = directory.reached(workspace, all);
    return Response.ok(CheckView.of(AlertCheck.of(line, all, reached, log.last(workspace, id))));
  }

  private Line line(String workspace, String id) throws Problem.Refused {
    if (!Text.isId(id)) {
      throw new Problem.Refused(
          Problem.badRequest("A line's id has 1-256 printable characters without white space."));
    }
    return lines
        .find(workspace, id)
        .orElseThrow(
            () ->
                new Problem.Refused(
                    Problem.of(
                        404, "unknown-line", "Unknown line", "This workspace has no such line.")));
  }

  private Map<String, Object> view(Recipient recipient) {
    return view(recipient, directory.reached(recipient.workspace(), List.of(recipient)));
  }

  private static Map<String, Object> view(Recipient recipient, Set<String> reached) {
    var view = new LinkedHashMap<>(recipient.document());
    view.put("confirmed", reached.contains(recipient.key()));
    return view;
  }

  @Override
  public List<Response> prime() throws IOException {
    return List.of(
        rehearse(Rehearsal.of("GET /v1/recipients").by(tenancy, RIGHT)),
        rehearse(
            Rehearsal.of("GET /v1/lines/{lineId}/alert-check")
                .by(tenancy, RIGHT)
                .with("lineId", Rehearsal.ID)),
        rehearse(Rehearsal.of("POST /v1/recipients").by(tenancy, RIGHT).with(Map.of())));
  }
}
