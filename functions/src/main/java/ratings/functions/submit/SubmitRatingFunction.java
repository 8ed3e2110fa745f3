package ratings.functions.submit;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crac.Core;
import ratings.aws.Tables;
import ratings.domain.conversation.ConversationId;
import ratings.domain.conversation.RequestTokens;
import ratings.domain.rating.Attempt;
import ratings.domain.rating.Ratings;
import ratings.domain.rating.Refusal;
import ratings.domain.rating.Source;
import ratings.domain.rating.Standing;
import ratings.domain.rating.Submission;
import ratings.domain.score.Scale;
import ratings.domain.settings.KeptWidgets;
import ratings.domain.settings.Line;
import ratings.domain.settings.Widgets;
import ratings.http.PrimedFunction;
import ratings.http.Problem;
import ratings.http.RatingAnswer;
import ratings.http.Rehearsal;
import ratings.http.Request;
import ratings.http.Response;
import ratings.http.SentKey;
import ratings.http.WidgetLine;

/** Records what a visitor answers in the widget: parse, decide, store, respond. */
public final class SubmitRatingFunction implements PrimedFunction {
  private final Widgets widgets;
  private final Ratings ratings;
  private final RequestTokens tokens;
  private final Clock clock;

  public SubmitRatingFunction() {
    this(Tables.ofProcess());
    Core.getGlobalContext().register(this);
  }

  /** Over those tables. */
  public SubmitRatingFunction(Tables tables) {
    this(
        new KeptWidgets(tables.settings(), tables.clock()),
        tables.ratings(),
        new RequestTokens(tables.signatures("link")),
        tables.clock());
  }

  /** For tests, which bring their own stores. */
  public SubmitRatingFunction(Widgets widgets, Ratings ratings, RequestTokens tokens, Clock clock) {
    this.widgets = widgets;
    this.ratings = ratings;
    this.tokens = tokens;
    this.clock = clock;
  }

  @Override
  public Response answer(Request request) throws Problem.Refused {
    var line = WidgetLine.of(request, widgets);
    if (!line.collectRatings()) {
      throw new Problem.Refused(RatingAnswer.refused(Refusal.RATINGS_OFF));
    }
    var key = SentKey.of(request);
    // text/plain is what sendBeacon sends; it spares the browser's preflight.
    var document = request.json("application/json", "text/plain");
    var submission =
        SentKey.under(key, document, Submission.read(document), () -> scale(document, line));
    var attempt = Attempt.of(line, submission, key, Source.WIDGET);
    if (line.requireToken() && !isTokenOf(attempt)) {
      throw new Problem.Refused(RatingAnswer.refused(Refusal.BAD_TOKEN));
    }
    return RatingAnswer.of(ratings.record(attempt));
  }

  /** The line's, unless the conversation was asked on another. */
  private Optional<Scale> scale(Object document, Line line) {
    return Submission.conversation(document)
        .flatMap(id -> ratings.find(new ConversationId(line.workspace(), id)))
        .filter(standing -> standing.line().equals(line.id()))
        .map(Standing::scale)
        .or(() -> Optional.of(line.scale()));
  }

  private boolean isTokenOf(Attempt attempt) {
    return attempt
        .submission()
        .token()
        .flatMap(token -> tokens.read(token, clock.instant()))
        .filter(attempt.conversation()::equals)
        .isPresent();
  }

  @Override
  public List<Response> prime() throws IOException {
    var rating =
        Rehearsal.of("POST /v1/widgets/{widgetId}/ratings")
            .with(Map.of("conversationId", Rehearsal.ID, "score", 5, "feedback", "!"));
    return List.of(
        new SubmitRatingFunction(Tables.rehearsed())
            .rehearse(rating.with("widgetId", Rehearsal.ID)),
        rehearse(rating.with("widgetId", Rehearsal.NO_WIDGET)));
  }
}
