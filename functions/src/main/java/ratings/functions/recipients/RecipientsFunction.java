package ratings.functions.recipients;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import ratings.domain.notification.Mailboxes;
import ratings.domain.notification.Recipient;
import ratings.domain.notification.Recipients;
import ratings.domain.settings.Line;
import ratings.domain.settings.Lines;
import ratings.http.Caller;
import ratings.http.PrimedFunction;
import ratings.http.Problem;
import ratings.http.Rehearsal;
import ratings.http.Request;
import ratings.http.Response;

/** Keeps who hears of low ratings, and tells what keeps a line's alerts away (R91, R107). */
public final class RecipientsFunction implements PrimedFunction {
  private static final String RIGHT = "ratings/settings";

  private final Recipients recipients;
  private final Mailboxes mailboxes;
  private final Lines lines;
  private final AlertLog log;
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
        tables.recipients(),
        mailboxes,
        tables.settings(),
        tables.alertLog(),
        Environment.ofProcess().tenancy());
  }

  RecipientsFunction(
      Recipients recipients, Mailboxes mailboxes, Lines lines, AlertLog log, Tenancy tenancy) {
    this.recipients = recipients;
    this.mailboxes = mailboxes;
    this.lines = lines;
    this.log = log;
    this.tenancy = tenancy;
  }

  @Override
  public Response answer(Request request) throws Problem.Refused {
    var workspace = Caller.of(request, tenancy, RIGHT).workspace();
    return switch (request.route()) {
      case "GET /v1/recipients" -> list(workspace);
      case "POST /v1/recipients" -> add(workspace, request);
      case "DELETE /v1/recipients/{id}" -> remove(workspace, request.parameter("id"));
      case "GET /v1/lines/{lineId}/alert-check" -> check(workspace, request.parameter("lineId"));
      default -> throw new Problem.Refused(Problem.notFound("There is nothing at this path."));
    };
  }

  private Response list(String workspace) {
    var all = recipients.of(workspace);
    var agreed = all.isEmpty() ? Set.<String>of() : mailboxes.agreed();
    return Response.ok(Map.of("items", all.stream().map(it -> view(it, agreed)).toList()));
  }

  /** Whoever has not agreed yet is asked once more. */
  private Response add(String workspace, Request request) throws Problem.Refused {
    var recipient =
        Problem.unlessValid(Recipient.read(workspace, request.json("application/json")));
    return switch (mailboxes.ask(recipient.mailbox())) {
      case ASKED ->
          Response.json(recipients.add(recipient) ? 201 : 200, view(recipient, mailboxes.agreed()));
      case FULL ->
          throw new Problem.Refused(
              Problem.of(
                  409,
                  "too-many-recipients",
                  "Too many recipients",
                  "One installation can write to 200 addresses."));
      case REFUSED ->
          throw new Problem.Refused(Problem.badRequest("No mail can be sent to this endpoint."));
    };
  }

  private Response remove(String workspace, String id) throws Problem.Refused {
    if (!Text.isId(id) || !recipients.remove(workspace, id)) {
      throw new Problem.Refused(Problem.notFound("There is no such recipient."));
    }
    return Response.empty(204);
  }

  private Response check(String workspace, String id) throws Problem.Refused {
    var line = line(workspace, id);
    return Response.ok(
        CheckView.of(
            AlertCheck.of(
                line, recipients.of(workspace), mailboxes.agreed(), log.last(workspace, id))));
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

  private static Map<String, Object> view(Recipient recipient, Set<String> agreed) {
    var view = new LinkedHashMap<>(recipient.document());
    view.put("confirmed", agreed.contains(recipient.mailbox().key()));
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
