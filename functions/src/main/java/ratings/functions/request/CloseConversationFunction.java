package ratings.functions.request;

import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.crac.Core;
import ratings.aws.Environment;
import ratings.aws.Tables;
import ratings.domain.Tenancy;
import ratings.domain.conversation.Closing;
import ratings.domain.conversation.ConversationId;
import ratings.domain.conversation.DeliveryReport;
import ratings.domain.conversation.Obstacle;
import ratings.domain.conversation.Obstacles;
import ratings.domain.conversation.RequestLinks;
import ratings.domain.conversation.RequestToRate;
import ratings.domain.conversation.RequestTokens;
import ratings.domain.rating.Asked;
import ratings.domain.rating.Conversations;
import ratings.domain.rating.Ratings;
import ratings.domain.rating.Refusal;
import ratings.domain.rating.Standing;
import ratings.domain.settings.Line;
import ratings.domain.settings.Lines;
import ratings.http.PathConversation;
import ratings.http.PrimedFunction;
import ratings.http.Problem;
import ratings.http.RatingAnswer;
import ratings.http.Rehearsal;
import ratings.http.Request;
import ratings.http.Response;

/** Closes conversations and opens them again, and says what came of their request to rate. */
public final class CloseConversationFunction implements PrimedFunction {
  private final Lines lines;
  private final Conversations conversations;
  private final Ratings ratings;
  private final RequestLinks links;
  private final Clock clock;
  private final Tenancy tenancy;

  public CloseConversationFunction() {
    this(Tables.ofProcess());
    Core.getGlobalContext().register(this);
  }

  /** Over those tables. */
  public CloseConversationFunction(Tables tables) {
    this(tables, Environment.ofProcess());
  }

  private CloseConversationFunction(Tables tables, Environment environment) {
    this(
        tables.settings(),
        tables.conversations(),
        tables.ratings(),
        new RequestLinks(new RequestTokens(tables.signatures("link")), environment.pagesUrl()),
        tables.clock(),
        environment.tenancy());
  }

  CloseConversationFunction(
      Lines lines,
      Conversations conversations,
      Ratings ratings,
      RequestLinks links,
      Clock clock,
      Tenancy tenancy) {
    this.lines = lines;
    this.conversations = conversations;
    this.ratings = ratings;
    this.links = links;
    this.clock = clock;
    this.tenancy = tenancy;
  }

  @Override
  public Response answer(Request request) throws Problem.Refused {
    var conversation = PathConversation.of(request, tenancy);
    return switch (request.route()) {
      case "POST /v1/conversations/{conversationId}/close" -> close(conversation, request);
      case "POST /v1/conversations/{conversationId}/reopen" -> reopen(conversation);
      case "POST /v1/conversations/{conversationId}/delivery" -> report(conversation, request);
      case "GET /v1/conversations/{conversationId}/rating" -> show(conversation);
      default -> throw new Problem.Refused(Problem.notFound("There is nothing at this path."));
    };
  }

  private Response close(ConversationId conversation, Request request) throws Problem.Refused {
    boolean dryRun = DryRun.isAsked(request);
    var closing =
        Problem.unlessValid(Closing.read(request.json("application/json"), clock.instant()));
    var line = line(conversation.workspace(), closing.line());
    var asked =
        dryRun
            ? conversations.decide(line, conversation, closing)
            : conversations.close(line, conversation, closing);
    return Response.ok(document(asked, view(conversation)::document));
  }

  private Response reopen(ConversationId conversation) {
    conversations.reopen(conversation);
    return Response.empty(204);
  }

  private Response report(ConversationId conversation, Request request) throws Problem.Refused {
    var report = Problem.unlessValid(DeliveryReport.read(request.json("application/json")));
    if (!conversations.report(conversation, report)) {
      throw unknown();
    }
    return Response.empty(204);
  }

  private Response show(ConversationId conversation) throws Problem.Refused {
    var standing = ratings.find(conversation).orElseThrow(CloseConversationFunction::unknown);
    var document = document(asked(standing, conversation), view(conversation)::current);
    if (standing.withdrawn()) {
      document.put("withdrawn", true);
    }
    var now = clock.instant();
    document.put("rating", standing.rating().map(rating -> RatingAnswer.document(rating, now)));
    return Response.ok(document);
  }

  /** What was never closed is known because a widget asked by itself, or was rated unasked. */
  private Asked asked(Standing standing, ConversationId conversation) {
    return standing
        .closed()
        .map(Asked::of)
        .or(() -> prompt(standing, conversation))
        .orElseGet(() -> new Asked.Not(Obstacles.only(Obstacle.ALREADY_ASKED)));
  }

  /** Nothing where its line is gone. */
  private Optional<Asked> prompt(Standing standing, ConversationId conversation) {
    return lines
        .find(conversation.workspace(), standing.line())
        .flatMap(line -> standing.prompt(conversation, line))
        .map(Asked.ByRequest::new);
  }

  private RequestView view(ConversationId conversation) {
    return new RequestView(links, conversation);
  }

  private static Map<String, Object> document(
      Asked asked, Function<RequestToRate, Map<String, Object>> view) throws Problem.Refused {
    var document = new LinkedHashMap<String, Object>();
    switch (asked) {
      case Asked.ByRequest(var request) -> {
        document.put("requested", true);
        document.put("request", view.apply(request));
      }
      case Asked.Not(var obstacles) -> {
        document.put("requested", false);
        document.put("reasons", obstacles.all().stream().map(Obstacle::code).toList());
        obstacles.app().ifPresent(app -> document.put("app", app.document()));
      }
      case Asked.OfAnotherLine() -> throw unknown();
    }
    return document;
  }

  private Line line(String workspace, String id) throws Problem.Refused {
    return lines
        .find(workspace, id)
        .orElseThrow(
            () ->
                new Problem.Refused(
                    Problem.of(
                        404, "unknown-line", "Unknown line", "This workspace has no such line.")));
  }

  private static Problem.Refused unknown() {
    return new Problem.Refused(RatingAnswer.refused(Refusal.UNKNOWN_CONVERSATION));
  }

  @Override
  public List<Response> prime() throws IOException {
    var close = Rehearsal.of("POST /v1/conversations/{conversationId}/close");
    var show = Rehearsal.of("GET /v1/conversations/{conversationId}/rating");
    return List.of(
        new CloseConversationFunction(Tables.rehearsed())
            .rehearse(inNobodysWorkspace(close).with(closing())),
        rehearse(inNobodysWorkspace(show)));
  }

  private Map<String, Object> closing() {
    return Map.of(
        "channel",
        "website",
        "lineId",
        Rehearsal.ID,
        "closedBy",
        "teammate",
        "closedAt",
        clock.instant());
  }

  private Rehearsal inNobodysWorkspace(Rehearsal request) {
    return request.by(tenancy, PathConversation.RIGHT).with("conversationId", Rehearsal.ID);
  }
}
