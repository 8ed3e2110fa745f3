package ratings.functions.submit;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.crac.Core;
import ratings.aws.Environment;
import ratings.aws.Tables;
import ratings.domain.Tenancy;
import ratings.domain.conversation.ConversationId;
import ratings.domain.rating.Attempt;
import ratings.domain.rating.Ratings;
import ratings.domain.rating.Refusal;
import ratings.domain.rating.Source;
import ratings.domain.rating.Standing;
import ratings.domain.rating.Submission;
import ratings.domain.settings.Line;
import ratings.domain.settings.Lines;
import ratings.http.PathConversation;
import ratings.http.PrimedFunction;
import ratings.http.Problem;
import ratings.http.RatingAnswer;
import ratings.http.Rehearsal;
import ratings.http.Request;
import ratings.http.Response;
import ratings.http.SentKey;

/** Records what a platform took from the customer, as by a button in Telegram. */
public final class SubmitPlatformRatingFunction implements PrimedFunction {
  private final Lines lines;
  private final Ratings ratings;
  private final Tenancy tenancy;

  public SubmitPlatformRatingFunction() {
    this(Tables.ofProcess());
    Core.getGlobalContext().register(this);
  }

  /** Over those tables. */
  public SubmitPlatformRatingFunction(Tables tables) {
    this(tables, Environment.ofProcess());
  }

  private SubmitPlatformRatingFunction(Tables tables, Environment environment) {
    this(tables.settings(), tables.ratings(), environment.tenancy());
  }

  SubmitPlatformRatingFunction(Lines lines, Ratings ratings, Tenancy tenancy) {
    this.lines = lines;
    this.ratings = ratings;
    this.tenancy = tenancy;
  }

  @Override
  public Response answer(Request request) throws Problem.Refused {
    var conversation = PathConversation.of(request, tenancy);
    var key = SentKey.of(request);
    var document = request.json("application/json");
    var submission =
        SentKey.under(
            key,
            document,
            Submission.read(document, conversation.id()),
            () -> ratings.find(conversation).map(Standing::scale));
    var line = line(conversation);
    if (!line.collectRatings()) {
      throw new Problem.Refused(RatingAnswer.refused(Refusal.RATINGS_OFF));
    }
    return RatingAnswer.of(ratings.record(Attempt.of(line, submission, key, Source.PLATFORM)));
  }

  /** The conversation's own line: only one that we were told of has one. */
  private Line line(ConversationId conversation) throws Problem.Refused {
    return ratings
        .find(conversation)
        .flatMap(standing -> lines.find(conversation.workspace(), standing.line()))
        .orElseThrow(() -> new Problem.Refused(RatingAnswer.refused(Refusal.UNKNOWN_CONVERSATION)));
  }

  /** Of a conversation that nobody told us of, nothing is stored. */
  @Override
  public List<Response> prime() throws IOException {
    return List.of(
        rehearse(
            Rehearsal.of("POST /v1/conversations/{conversationId}/rating")
                .by(tenancy, PathConversation.RIGHT)
                .with("conversationId", Rehearsal.ID)
                .with(Map.of("score", 5))));
  }
}
