package ratings.functions.feedback;

import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.crac.Core;
import ratings.aws.Tables;
import ratings.domain.bot.Credentials;
import ratings.domain.document.Reading;
import ratings.domain.document.Violation;
import ratings.domain.feedback.Feedback;
import ratings.domain.rating.Ratings;
import ratings.domain.rating.Recorded;
import ratings.domain.rating.Refusal;
import ratings.domain.settings.BotLines;
import ratings.domain.settings.Line;
import ratings.http.PrimedFunction;
import ratings.http.Problem;
import ratings.http.RatingAnswer;
import ratings.http.Request;
import ratings.http.Response;
import ratings.http.SentKey;

/**
 * Records a survey's score that a virtual assistant took from its user (R109). The rating is like
 * any other; the contract is an older one than ours.
 */
public final class SaveFeedbackFunction implements PrimedFunction {
  private final Sender sender;
  private final BotLines lines;
  private final Ratings ratings;
  private final Clock clock;

  public SaveFeedbackFunction() {
    this(Tables.ofProcess());
    Core.getGlobalContext().register(this);
  }

  /** Over those tables. */
  public SaveFeedbackFunction(Tables tables) {
    this(tables.credentials(), tables.settings(), tables.ratings(), tables.clock());
  }

  SaveFeedbackFunction(Credentials credentials, BotLines lines, Ratings ratings, Clock clock) {
    this.sender = new Sender(credentials, clock);
    this.lines = lines;
    this.ratings = ratings;
    this.clock = clock;
  }

  @Override
  public Response answer(Request request) throws Problem.Refused {
    var client = sender.of(request);
    var key = SentKey.of(request);
    var delivery = new Delivery(client, feedback(request, key), key);
    var line = lines.ofBot(client.workspace(), client.botId());
    if (!line.collectRatings()) {
      throw new Problem.Refused(RatingAnswer.refused(Refusal.RATINGS_OFF));
    }
    return save(delivery, line);
  }

  private Response save(Delivery delivery, Line line) throws Problem.Refused {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var recorded = ratings.record(delivery.attempt(line, now));
    return switch (recorded) {
      case Recorded.Created(var rating, _) -> Response.ok(delivery.view(rating));
      case Recorded.Changed(var rating, _) -> Response.ok(delivery.view(rating));
      case Recorded.Replayed(var rating, var receipt, _) -> {
        var same = Response.ok(delivery.view(rating));
        yield receipt.isPresent() ? same.with("idempotency-replayed", "true") : same;
      }
      case Recorded.Refused _ -> RatingAnswer.of(recorded);
    };
  }

  private static Feedback feedback(Request request, Optional<String> key) throws Problem.Refused {
    var reading = Feedback.read(request.json("application/json"));
    var violations = new ArrayList<Violation>();
    if (reading instanceof Reading.Invalid<Feedback>(var wrong)) {
      violations.addAll(wrong);
    }
    SentKey.flaw(key).ifPresent(violations::add);
    return Problem.unlessValid(
        violations.isEmpty() ? reading : new Reading.Invalid<Feedback>(violations));
  }

  /** A client that only this rehearsal knows saves a score; one that nobody knows is refused. */
  @Override
  public List<Response> prime() throws IOException {
    var tables = Tables.rehearsed();
    var known = RehearsedClient.make();
    var function =
        new SaveFeedbackFunction(known, tables.settings(), tables.ratings(), tables.clock());
    var delivery = known.delivery(clock.instant());
    return List.of(function.rehearse(delivery), rehearse(delivery));
  }
}
