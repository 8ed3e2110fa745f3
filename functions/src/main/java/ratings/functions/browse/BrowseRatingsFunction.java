package ratings.functions.browse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crac.Core;
import ratings.aws.Environment;
import ratings.aws.Tables;
import ratings.domain.Tenancy;
import ratings.domain.conversation.ConversationId;
import ratings.domain.document.Reading;
import ratings.domain.document.Text;
import ratings.domain.rating.list.Cursors;
import ratings.domain.rating.list.FollowUp;
import ratings.domain.rating.list.FollowUps;
import ratings.domain.rating.list.PageQuery;
import ratings.domain.rating.list.RatingPages;
import ratings.http.Caller;
import ratings.http.PrimedFunction;
import ratings.http.Problem;
import ratings.http.RatingView;
import ratings.http.Rehearsal;
import ratings.http.Request;
import ratings.http.Response;

/** Lists and filters ratings for admins, shows one, and keeps what is done about it. */
public final class BrowseRatingsFunction implements PrimedFunction {
  private static final String RIGHT = "ratings/read";
  private static final JsonMapper JSON = new JsonMapper();

  private final RatingPages pages;
  private final FollowUps followUps;
  private final Cursors cursors;
  private final Tenancy tenancy;
  private final Clock clock;

  public BrowseRatingsFunction() {
    this(Tables.ofProcess());
    Core.getGlobalContext().register(this);
  }

  /** Over those tables. */
  public BrowseRatingsFunction(Tables tables) {
    this(
        tables.pages(),
        tables.followUps(),
        new Cursors(tables.signatures("cursor")),
        Environment.ofProcess().tenancy(),
        tables.clock());
  }

  BrowseRatingsFunction(
      RatingPages pages, FollowUps followUps, Cursors cursors, Tenancy tenancy, Clock clock) {
    this.pages = pages;
    this.followUps = followUps;
    this.cursors = cursors;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  @Override
  public Response answer(Request request) throws Problem.Refused {
    var caller = Caller.of(request, tenancy, RIGHT);
    return switch (request.route()) {
      case "GET /v1/ratings/{id}" -> one(conversation(request, caller));
      case "PUT /v1/ratings/{id}/follow-up" -> followUp(request, caller);
      default -> list(request, caller);
    };
  }

  private Response one(ConversationId conversation) throws Problem.Refused {
    var rating = pages.find(conversation).orElseThrow(BrowseRatingsFunction::unknown);
    return json(RatingView.of(rating));
  }

  private Response followUp(Request request, Caller caller) throws Problem.Refused {
    var conversation = conversation(request, caller);
    var said =
        Problem.unlessValid(
            FollowUp.read(request.json("application/json"), caller.teammate(), clock.instant()));
    var before = pages.find(conversation).orElseThrow(BrowseRatingsFunction::unknown).followUp();
    var followUp = said.after(before);
    boolean same = before.filter(followUp::equals).isPresent();
    if (!same && !followUps.put(conversation, followUp)) {
      throw unknown();
    }
    return one(conversation);
  }

  private static ConversationId conversation(Request request, Caller caller)
      throws Problem.Refused {
    return Optional.of(request.parameter("id"))
        .filter(Text::isId)
        .map(id -> new ConversationId(caller.workspace(), id))
        .orElseThrow(BrowseRatingsFunction::unknown);
  }

  private static Problem.Refused unknown() {
    return new Problem.Refused(Problem.notFound("There is no such rating."));
  }

  private Response list(Request request, Caller caller) throws Problem.Refused {
    var query = query(request, caller);
    var page = pages.read(query);
    return json(
        new PageView(
            page.rows().stream().map(RatingView::of).toList(),
            page.next().map(next -> cursors.write(query, next)).orElse(null)));
  }

  private PageQuery query(Request request, Caller caller) throws Problem.Refused {
    return switch (ListParameters.read(caller.workspace(), request.query())) {
      case Reading.Invalid<ListParameters>(var violations) ->
          throw new Problem.Refused(Problem.invalid(violations));
      case Reading.Valid<ListParameters>(var asked) -> from(asked);
    };
  }

  private PageQuery from(ListParameters asked) throws Problem.Refused {
    if (asked.cursor().isEmpty()) {
      return asked.query();
    }
    var position = cursors.read(asked.query(), asked.cursor().get());
    if (position.isEmpty()) {
      throw new Problem.Refused(
          Problem.of(
              400,
              "bad-cursor",
              "Not a cursor of this list",
              "A cursor fits the filter and the order that it was made for, and no other."));
    }
    return asked.query().from(position);
  }

  private static Response json(Object view) {
    try {
      return new Response(
          200,
          Map.of("content-type", "application/json", "cache-control", "no-store"),
          JSON.writeValueAsString(view));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<Response> prime() throws IOException {
    return List.of(
        rehearse(Rehearsal.of("GET /v1/ratings").by(tenancy, RIGHT)),
        rehearse(Rehearsal.of("GET /v1/ratings/{id}").by(tenancy, RIGHT).with("id", Rehearsal.ID)),
        rehearse(
            Rehearsal.of("PUT /v1/ratings/{id}/follow-up")
                .by(tenancy, RIGHT)
                .with("id", Rehearsal.ID)));
  }
}
