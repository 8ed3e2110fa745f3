package ratings.functions.widget;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crac.Core;
import ratings.aws.Tables;
import ratings.domain.conversation.ConversationId;
import ratings.domain.document.Fingerprint;
import ratings.domain.document.Reading;
import ratings.domain.document.Text;
import ratings.domain.rating.Ratings;
import ratings.domain.rating.Refusal;
import ratings.domain.rating.Showing;
import ratings.domain.rating.Standing;
import ratings.domain.settings.KeptWidgets;
import ratings.domain.settings.Line;
import ratings.domain.settings.Texts;
import ratings.domain.settings.Widgets;
import ratings.http.PrimedFunction;
import ratings.http.Problem;
import ratings.http.RatingAnswer;
import ratings.http.Rehearsal;
import ratings.http.Request;
import ratings.http.Response;
import ratings.http.WidgetLine;

/** Tells a widget what to show, and notes that it was seen. */
public final class WidgetFunction implements PrimedFunction {
  private static final String ENGLISH = "en";

  private final Widgets widgets;
  private final Ratings ratings;
  private final Clock clock;

  public WidgetFunction() {
    this(Tables.ofProcess());
    Core.getGlobalContext().register(this);
  }

  /** Over those tables. */
  public WidgetFunction(Tables tables) {
    this(new KeptWidgets(tables.settings(), tables.clock()), tables.ratings(), tables.clock());
  }

  WidgetFunction(Widgets widgets, Ratings ratings, Clock clock) {
    this.widgets = widgets;
    this.ratings = ratings;
    this.clock = clock;
  }

  @Override
  public Response answer(Request request) throws Problem.Refused {
    return switch (request.route()) {
      case "GET /v1/widgets/{widgetId}" -> look(request);
      case "POST /v1/widgets/{widgetId}/shown" -> shown(request);
      default -> throw new Problem.Refused(Problem.notFound("There is nothing at this path."));
    };
  }

  private Response look(Request request) throws Problem.Refused {
    var line = WidgetLine.of(request, widgets);
    var language = language(request);
    var conversation = field(request, "conversationId");
    return conversation.isEmpty()
        ? cached(Prompt.of(line, line.scale(), language), request)
        : Response.ok(prompt(line, language, conversation.get()));
  }

  /** The same for every visitor, for half a minute. */
  private static Response cached(Map<String, Object> prompt, Request request)
      throws Problem.Refused {
    return Response.ok(prompt)
        .with("cache-control", "max-age=30")
        .with("vary", "origin")
        .tagged(Fingerprint.of(prompt), request);
  }

  /** With how the conversation stands, unless it is another line's. */
  private Map<String, Object> prompt(Line line, String language, String conversation)
      throws Problem.Refused {
    if (!Text.isId(conversation)) {
      throw new Problem.Refused(
          Problem.badRequest(
              "A conversationId has 1-256 printable characters without white space."));
    }
    Instant now = clock.instant();
    return ratings
        .find(new ConversationId(line.workspace(), conversation))
        .or(() -> Optional.of(Standing.unheardOf(line, now)))
        .filter(standing -> standing.line().equals(line.id()))
        .map(standing -> Prompt.of(line, language, standing, now))
        .orElseGet(() -> Prompt.of(line, line.scale(), language));
  }

  private Response shown(Request request) throws Problem.Refused {
    var line = WidgetLine.of(request, widgets);
    if (!line.collectRatings()) {
      throw new Problem.Refused(RatingAnswer.refused(Refusal.RATINGS_OFF));
    }
    // text/plain is what sendBeacon sends; it spares the browser's preflight.
    return switch (Showing.read(request.json("application/json", "text/plain"))) {
      case Reading.Invalid<Showing>(var violations) ->
          throw new Problem.Refused(Problem.invalid(violations));
      case Reading.Valid<Showing>(var showing) -> noted(isNoted(line, showing));
    };
  }

  /** Where a rating needs the request's token, a prompt without one proves nothing. */
  private boolean isNoted(Line line, Showing showing) {
    return line.requireToken() || ratings.show(line, showing);
  }

  private static Response noted(boolean ours) throws Problem.Refused {
    if (!ours) {
      throw new Problem.Refused(RatingAnswer.refused(Refusal.UNKNOWN_CONVERSATION));
    }
    return Response.empty(204);
  }

  private static String language(Request request) throws Problem.Refused {
    var asked = field(request, "language").orElse(ENGLISH);
    return Texts.language(asked)
        .orElseThrow(
            () -> new Problem.Refused(Problem.badRequest("A language is a tag, as de or pt-BR.")));
  }

  private static Optional<String> field(Request request, String name) throws Problem.Refused {
    return request.query().stream()
        .filter(field -> field.getKey().equals(name))
        .map(Map.Entry::getValue)
        .filter(value -> !value.isBlank())
        .findFirst();
  }

  @Override
  public List<Response> prime() throws IOException {
    var look = Rehearsal.of("GET /v1/widgets/{widgetId}");
    var shown = Rehearsal.of("POST /v1/widgets/{widgetId}/shown");
    var rehearsed = new WidgetFunction(Tables.rehearsed());
    return List.of(
        rehearsed.rehearse(look.with("widgetId", Rehearsal.ID)),
        rehearsed.rehearse(
            shown.with("widgetId", Rehearsal.ID).with(Map.of("conversationId", Rehearsal.ID))),
        rehearse(look.with("widgetId", Rehearsal.NO_WIDGET)));
  }
}
