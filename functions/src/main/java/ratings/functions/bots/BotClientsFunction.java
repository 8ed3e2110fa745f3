package ratings.functions.bots;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.crac.Core;
import ratings.aws.Environment;
import ratings.aws.Tables;
import ratings.domain.Tenancy;
import ratings.domain.bot.BotClient;
import ratings.domain.bot.BotClients;
import ratings.domain.bot.ClientSecret;
import ratings.domain.document.Text;
import ratings.http.Caller;
import ratings.http.PrimedFunction;
import ratings.http.Problem;
import ratings.http.Rehearsal;
import ratings.http.Request;
import ratings.http.Response;

/**
 * Registers the clients that may send scores of the bots of the caller's workspace. A secret is
 * shown by the answer that makes it, and by no other.
 */
public final class BotClientsFunction implements PrimedFunction {
  private static final String RIGHT = "ratings/settings";

  private final BotClients clients;
  private final Tenancy tenancy;

  public BotClientsFunction() {
    this(Tables.ofProcess());
    Core.getGlobalContext().register(this);
  }

  /** Over those tables. */
  public BotClientsFunction(Tables tables) {
    this(tables.botClients(), Environment.ofProcess().tenancy());
  }

  BotClientsFunction(BotClients clients, Tenancy tenancy) {
    this.clients = clients;
    this.tenancy = tenancy;
  }

  @Override
  public Response answer(Request request) throws Problem.Refused {
    var workspace = Caller.of(request, tenancy, RIGHT).workspace();
    var botId = id(request, "botId");
    var id = id(request, "clientId");
    return switch (request.route()) {
      case "GET /v1/bots/{botId}/clients/{clientId}" ->
          Response.ok(ClientView.of(find(workspace, botId, id)));
      case "PUT /v1/bots/{botId}/clients/{clientId}" -> put(workspace, botId, id, request);
      case "DELETE /v1/bots/{botId}/clients/{clientId}" -> remove(workspace, botId, id);
      case "POST /v1/bots/{botId}/clients/{clientId}/secrets" -> rotate(workspace, botId, id);
      default -> throw new Problem.Refused(Problem.notFound("There is nothing at this path."));
    };
  }

  private Response put(String workspace, String botId, String id, Request request)
      throws Problem.Refused {
    var document = request.json("application/json");
    var client = Problem.unlessValid(BotClient.read(workspace, botId, id, document));
    var secret = ClientSecret.make();
    return switch (clients.put(client, secret)) {
      case CREATED -> Response.json(201, ClientView.ofNew(client, secret));
      case REPLACED -> Response.ok(ClientView.of(client));
      case TAKEN ->
          throw new Problem.Refused(
              Problem.of(
                  409, "client-taken", "Client taken", "Another bot has a client of that id."));
    };
  }

  private Response remove(String workspace, String botId, String id) throws Problem.Refused {
    if (!clients.remove(workspace, botId, id)) {
      throw unknown();
    }
    return Response.empty(204);
  }

  private Response rotate(String workspace, String botId, String id) throws Problem.Refused {
    var client = find(workspace, botId, id);
    var secret = ClientSecret.make();
    if (!clients.rotate(workspace, botId, id, secret)) {
      throw unknown();
    }
    return Response.json(201, ClientView.ofNew(client, secret));
  }

  private BotClient find(String workspace, String botId, String id) throws Problem.Refused {
    return clients.find(workspace, botId, id).orElseThrow(BotClientsFunction::unknown);
  }

  private static String id(Request request, String name) throws Problem.Refused {
    var id = request.parameter(name);
    if (!Text.isId(id)) {
      throw new Problem.Refused(
          Problem.badRequest(name + " has 1-256 printable characters without white space."));
    }
    return id;
  }

  private static Problem.Refused unknown() {
    return new Problem.Refused(
        Problem.of(404, "unknown-client", "Unknown client", "This bot has no such client."));
  }

  @Override
  public List<Response> prime() throws IOException {
    var get =
        Rehearsal.of("GET /v1/bots/{botId}/clients/{clientId}")
            .by(tenancy, RIGHT)
            .with("botId", Rehearsal.ID)
            .with("clientId", Rehearsal.ID);
    var put =
        Rehearsal.of("PUT /v1/bots/{botId}/clients/{clientId}")
            .by(tenancy, RIGHT)
            .with("botId", Rehearsal.ID)
            .with("clientId", Rehearsal.ID)
            .with(
                Map.of(
                    "orgId", Rehearsal.ID,
                    "accountId", Rehearsal.ID,
                    "userId", Rehearsal.ID,
                    "scopes", BotClient.FEEDBACK_SCOPES));
    return List.of(new BotClientsFunction(Tables.rehearsed()).rehearse(put), rehearse(get));
  }
}
