package ratings.functions.webhook;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.crac.Core;
import ratings.aws.Environment;
import ratings.aws.Tables;
import ratings.domain.Tenancy;
import ratings.domain.document.Text;
import ratings.domain.webhook.Reach;
import ratings.domain.webhook.Secret;
import ratings.domain.webhook.Webhook;
import ratings.domain.webhook.WebhookEvent;
import ratings.domain.webhook.Webhooks;
import ratings.http.Caller;
import ratings.http.PrimedFunction;
import ratings.http.Problem;
import ratings.http.Rehearsal;
import ratings.http.Request;
import ratings.http.Response;

/**
 * Registers the webhooks of the caller's workspace. A secret is shown by the answer that makes it,
 * and by no other.
 */
public final class WebhooksFunction implements PrimedFunction {
  private static final String RIGHT = "ratings/settings";

  /** Most of one workspace: each event is looked up with all of them. */
  private static final int MOST = 20;

  private final Webhooks webhooks;
  private final Reach reach;
  private final boolean ratings;
  private final Tenancy tenancy;
  private final Clock clock;

  public WebhooksFunction() {
    this(Tables.ofProcess());
    Core.getGlobalContext().register(this);
  }

  /** Over those tables. */
  public WebhooksFunction(Tables tables) {
    this(
        tables.webhooks(),
        Environment.ofProcess().webhookReach(),
        Environment.ofProcess().publishesRatings(),
        Environment.ofProcess().tenancy(),
        tables.clock());
  }

  /**
   * Over those webhooks.
   *
   * @param ratings whether every change of a rating is published
   */
  WebhooksFunction(Webhooks webhooks, Reach reach, boolean ratings, Tenancy tenancy, Clock clock) {
    this.webhooks = webhooks;
    this.reach = reach;
    this.ratings = ratings;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  @Override
  public Response answer(Request request) throws Problem.Refused {
    var workspace = Caller.of(request, tenancy, RIGHT).workspace();
    return switch (request.route()) {
      case "GET /v1/webhooks" -> list(workspace);
      case "GET /v1/webhooks/{id}" -> Response.ok(WebhookView.of(find(workspace, id(request))));
      case "PUT /v1/webhooks/{id}" -> put(workspace, id(request), request);
      case "DELETE /v1/webhooks/{id}" -> remove(workspace, id(request));
      case "POST /v1/webhooks/{id}/secrets" -> rotate(workspace, id(request));
      default -> throw new Problem.Refused(Problem.notFound("There is nothing at this path."));
    };
  }

  private Response list(String workspace) {
    return Response.ok(Map.of("items", own(workspace).stream().map(WebhookView::of).toList()));
  }

  /** Without those of recipients, who look after them. */
  private List<Webhook> own(String workspace) {
    return webhooks.of(workspace).stream().filter(it -> Text.isId(it.id())).toList();
  }

  private Response put(String workspace, String id, Request request) throws Problem.Refused {
    var document = request.json("application/json");
    var webhook =
        Problem.unlessValid(Webhook.read(workspace, id, document, reach, clock.instant()));
    if (!ratings && webhook.events().contains(WebhookEvent.RATING)) {
      throw new Problem.Refused(
          Problem.of(
              409,
              "rating-events-off",
              "Rating events are off",
              "This installation publishes no rating events: set its parameter RatingEvents."));
    }
    refuseTooMany(webhook);
    var secret = Secret.make();
    return webhooks.put(webhook, secret)
        ? Response.json(201, WebhookView.ofNew(webhook, secret))
        : Response.ok(WebhookView.of(webhook));
  }

  private void refuseTooMany(Webhook webhook) throws Problem.Refused {
    var ids = own(webhook.workspace()).stream().map(Webhook::id).toList();
    if (ids.size() >= MOST && !ids.contains(webhook.id())) {
      throw new Problem.Refused(
          Problem.of(
              409,
              "too-many-webhooks",
              "Too many webhooks",
              "One workspace has at most " + MOST + " webhooks."));
    }
  }

  private Response remove(String workspace, String id) throws Problem.Refused {
    if (!webhooks.remove(workspace, id)) {
      throw unknown();
    }
    return Response.empty(204);
  }

  private Response rotate(String workspace, String id) throws Problem.Refused {
    var secret = Secret.make();
    if (!webhooks.rotate(workspace, id, secret)) {
      throw unknown();
    }
    return Response.json(201, Map.of("id", id, "secret", secret.shown()));
  }

  private Webhook find(String workspace, String id) throws Problem.Refused {
    return webhooks.find(workspace, id).orElseThrow(WebhooksFunction::unknown);
  }

  private static String id(Request request) throws Problem.Refused {
    var id = request.parameter("id");
    if (!Text.isId(id)) {
      throw new Problem.Refused(
          Problem.badRequest("A webhook's id has 1-256 printable characters without white space."));
    }
    return id;
  }

  private static Problem.Refused unknown() {
    return new Problem.Refused(
        Problem.of(404, "unknown-webhook", "Unknown webhook", "There is no such webhook."));
  }

  @Override
  public List<Response> prime() throws IOException {
    var put =
        Rehearsal.of("PUT /v1/webhooks/{id}")
            .by(tenancy, RIGHT)
            .with("id", Rehearsal.ID)
            .with(
                Map.of(
                    "endpoint", "https://rehearsal.example.com/", "events", List.of("low-rating")));
    return List.of(
        new WebhooksFunction(Tables.rehearsed()).rehearse(put),
        rehearse(Rehearsal.of("GET /v1/webhooks").by(tenancy, RIGHT)),
        rehearse(
            Rehearsal.of("GET /v1/webhooks/{id}").by(tenancy, RIGHT).with("id", Rehearsal.ID)));
  }
}
