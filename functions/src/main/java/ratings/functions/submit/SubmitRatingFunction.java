package ratings.functions.submit;

import java.util.Optional;
import ratings.domain.document.Reading.Invalid;
import ratings.domain.document.Reading.Valid;
import ratings.domain.rating.Attempt;
import ratings.domain.rating.Ratings;
import ratings.domain.rating.Receipt;
import ratings.domain.rating.Refusal;
import ratings.domain.rating.Source;
import ratings.domain.rating.Submission;
import ratings.domain.settings.Line;
import ratings.domain.settings.Widgets;
import ratings.http.HttpFunction;
import ratings.http.Problem;
import ratings.http.RatingAnswer;
import ratings.http.Request;
import ratings.http.Response;
import ratings.http.WidgetLine;

/** Records what a visitor answers in the widget: parse, decide, store, respond. */
public final class SubmitRatingFunction implements HttpFunction {
  private final Widgets widgets;
  private final Ratings ratings;

  public SubmitRatingFunction(Widgets widgets, Ratings ratings) {
    this.widgets = widgets;
    this.ratings = ratings;
  }

  @Override
  public Response answer(Request request) throws Problem.Refused {
    var line = line(request);
    var key = key(request);
    // text/plain is what sendBeacon sends; it spares the browser's preflight.
    var body = request.json("application/json", "text/plain");
    return switch (Submission.read(body)) {
      case Invalid<Submission>(var violations) ->
          throw new Problem.Refused(Problem.invalid(violations));
      case Valid<Submission>(var submission) ->
          RatingAnswer.of(ratings.record(new Attempt(line, submission, key, Source.WIDGET)));
    };
  }

  private Line line(Request request) throws Problem.Refused {
    var line = WidgetLine.of(request, widgets);
    if (!line.collectRatings()) {
      throw new Problem.Refused(RatingAnswer.refused(Refusal.RATINGS_OFF));
    }
    return line;
  }

  private static Optional<String> key(Request request) throws Problem.Refused {
    var key = request.header("idempotency-key");
    if (key.isPresent() && !Receipt.isKey(key.get())) {
      throw new Problem.Refused(
          Problem.badRequest("An Idempotency-Key has 16-128 letters, digits, - or _."));
    }
    return key;
  }
}
