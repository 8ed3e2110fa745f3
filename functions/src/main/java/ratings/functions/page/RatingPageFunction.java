package ratings.functions.page;

import static ratings.http.Html.element;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.crac.Core;
import ratings.aws.Tables;
import ratings.domain.conversation.ConversationId;
import ratings.domain.conversation.RequestTokens;
import ratings.domain.document.Reading;
import ratings.domain.document.Violation;
import ratings.domain.rating.Answer;
import ratings.domain.rating.Attempt;
import ratings.domain.rating.Rating;
import ratings.domain.rating.Ratings;
import ratings.domain.rating.Recorded;
import ratings.domain.rating.Refusal;
import ratings.domain.rating.Source;
import ratings.domain.rating.Submission;
import ratings.domain.settings.Lines;
import ratings.domain.signing.Signatures;
import ratings.http.Html;
import ratings.http.PrimedFunction;
import ratings.http.Problem;
import ratings.http.RatingAnswer;
import ratings.http.Rehearsal;
import ratings.http.Request;
import ratings.http.Response;

/** Shows the page of a request's link, and records what its button sends: nothing else writes. */
public final class RatingPageFunction implements PrimedFunction {
  private final Lines lines;
  private final Ratings ratings;
  private final RequestTokens tokens;
  private final PageTime time;
  private final Clock clock;

  public RatingPageFunction() {
    this(Tables.ofProcess());
    Core.getGlobalContext().register(this);
  }

  /** Over those tables. */
  public RatingPageFunction(Tables tables) {
    this(tables.settings(), tables.ratings(), tables.signatures("link"), tables.clock());
  }

  /** For tests, which bring their own stores. */
  RatingPageFunction(Lines lines, Ratings ratings, Signatures signatures, Clock clock) {
    this.lines = lines;
    this.ratings = ratings;
    this.tokens = new RequestTokens(signatures);
    this.time = new PageTime(signatures);
    this.clock = clock;
  }

  @Override
  public Response answer(Request request) throws Problem.Refused {
    return switch (request.route()) {
      case "GET /r/{token}" -> show(request);
      case "HEAD /r/{token}" -> show(request).withoutContent();
      case "POST /r/{token}" -> record(request);
      default -> throw nothingHere();
    };
  }

  /** People get to see these pages, and no program. */
  @Override
  public Response problem(Problem problem, Request request) {
    var wording = Wording.in(Optional.empty(), request.header("accept-language"));
    var phrase =
        switch (problem.status()) {
          case 404 -> Phrase.UNKNOWN;
          case 403 -> Phrase.OFF;
          case 413 -> Phrase.TOO_LONG;
          case 503 -> Phrase.AGAIN;
          default -> Phrase.OTHER;
        };
    var page = Sheet.response(problem.status(), wording, title(wording.say(phrase)));
    for (var header : problem.headers().entrySet()) {
      page = page.with(header.getKey(), header.getValue());
    }
    return request.method().equals("HEAD") ? page.withoutContent() : page;
  }

  private Response show(Request request) throws Problem.Refused {
    var visit = visit(request);
    var now = clock.instant();
    var closed = visit.closed(now);
    return closed.isPresent()
        ? told(visit, closed.get().status(), closed.get().phrase(), visit.standing().rating())
        : asked(200, visit, chosen(request, visit), List.of());
  }

  private Response record(Request request) throws Problem.Refused {
    var visit = visit(request);
    var form = SentForm.of(request.form());
    return switch (form.submission(visit.conversation().id())) {
      case Reading.Valid<Submission>(var submission) -> record(visit, form, submission);
      case Reading.Invalid<Submission>(var violations) ->
          asked(400, visit, form, phrases(violations, form));
    };
  }

  private Response record(Visit visit, SentForm form, Submission submission) {
    var attempt = Attempt.of(visit.line(), submission, Optional.empty(), Source.PAGE);
    boolean hurried = time.isHurried(form, visit.token(), clock.instant());
    return switch (ratings.record(hurried ? attempt.asHurried() : attempt)) {
      case Recorded.Created(var rating, var at) -> thanked(visit, form, rating, at);
      case Recorded.Changed(var rating, var at) -> thanked(visit, form, rating, at);
      case Recorded.Replayed(var rating, _, var at) -> thanked(visit, form, rating, at);
      case Recorded.Refused(var refusal, var stored, _) -> refused(visit, form, refusal, stored);
    };
  }

  /**
   * What the link leads to.
   *
   * @throws Problem.Refused 404 for a link that is forged, cut or dead, or leads nowhere any more;
   *     403 while the line collects nothing
   */
  private Visit visit(Request request) throws Problem.Refused {
    var token = request.parameter("token");
    var conversation =
        tokens.read(token, clock.instant()).orElseThrow(RatingPageFunction::nothingHere);
    var standing = ratings.find(conversation).orElseThrow(RatingPageFunction::nothingHere);
    var line =
        lines
            .find(conversation.workspace(), standing.line())
            .orElseThrow(RatingPageFunction::nothingHere);
    if (!line.collectRatings()) {
      throw new Problem.Refused(RatingAnswer.refused(Refusal.RATINGS_OFF));
    }
    var browser = request.header("accept-language");
    return Visit.of(token, conversation, standing, line, browser);
  }

  /** What the link chose, else what was stored. */
  private static SentForm chosen(Request request, Visit visit) throws Problem.Refused {
    var stored = visit.standing().rating().map(rating -> Integer.toString(rating.answer().score()));
    return request.query().stream()
        .filter(field -> field.getKey().equals("score"))
        .map(field -> SentForm.choosing(field.getValue()))
        .filter(form -> visit.scale().takes(form.number().orElse(-1)))
        .findFirst()
        .orElseGet(() -> SentForm.choosing(stored.orElse("")));
  }

  private Response asked(int status, Visit visit, SentForm filled, List<Phrase> wrong) {
    return page(status, visit, form(visit, filled, wrong, clock.instant()).asking());
  }

  private Response thanked(Visit visit, SentForm form, Rating rating, Instant now) {
    var wording = visit.wording();
    var parts = new ArrayList<>(title(wording.say(Phrase.THANKS)));
    parts.add(element("p", wording.say(Phrase.SAVED)));
    parts.add(new StoredRating(visit, rating).html());
    if (rating.mayChange(now)) {
      int score = rating.answer().score();
      if (visit.isLow(score)) {
        parts.addAll(form(visit, form, List.of(), now).following(rating));
      }
      var again = visit.token() + "?score=" + score;
      parts.add(element("p", element("a", wording.say(Phrase.CHANGE)).with("href", again)));
    }
    return page(200, visit, parts);
  }

  private Response refused(Visit visit, SentForm form, Refusal refusal, Optional<Rating> stored) {
    int status = RatingAnswer.refused(refusal).status();
    return switch (refusal) {
      case NOT_OF_SCALE -> asked(status, visit, form, List.of(Phrase.SCORE));
      case RATING_LOCKED -> told(visit, status, Phrase.LOCKED, stored);
      case CHANGE_WINDOW_OVER -> told(visit, status, Phrase.CHANGE_OVER, stored);
      case RATING_WINDOW_OVER -> told(visit, status, Phrase.RATE_OVER, stored);
      case REQUEST_WITHDRAWN -> told(visit, status, Phrase.WITHDRAWN, stored);
      case RATINGS_OFF -> told(visit, status, Phrase.OFF, stored);
      case UNKNOWN_CONVERSATION -> told(visit, status, Phrase.UNKNOWN, Optional.empty());
      case ORIGIN_NOT_ALLOWED, BAD_TOKEN, KEY_REUSED, OTHER_SURVEY ->
          throw new IllegalStateException("a link needs none of it: " + refusal);
    };
  }

  /** The truth, with the rating that stays (R9). */
  private static Response told(Visit visit, int status, Phrase phrase, Optional<Rating> stored) {
    var parts = new ArrayList<>(title(visit.wording().say(phrase)));
    stored.ifPresent(rating -> parts.add(new StoredRating(visit, rating).html()));
    return page(status, visit, parts);
  }

  private RatingForm form(Visit visit, SentForm filled, List<Phrase> wrong, Instant now) {
    return new RatingForm(visit, filled, time.kept(filled, visit.token(), now), wrong);
  }

  private static Response page(int status, Visit visit, List<Html> content) {
    return Sheet.response(status, visit.wording(), content);
  }

  private static List<Html> title(String text) {
    return List.of(element("h1", text));
  }

  private static List<Phrase> phrases(List<Violation> violations, SentForm form) {
    boolean tooLong =
        form.feedback().codePointCount(0, form.feedback().length()) > Answer.LONGEST_FEEDBACK;
    return violations.stream()
        .map(
            violation ->
                switch (violation.pointer()) {
                  case "/score" -> Phrase.SCORE;
                  case "/feedback" -> tooLong ? Phrase.TOO_LONG : Phrase.OTHER;
                  default -> Phrase.OTHER;
                })
        .distinct()
        .toList();
  }

  private static Problem.Refused nothingHere() {
    return new Problem.Refused(Problem.notFound("There is nothing behind this link."));
  }

  /** Through a page that is not there, and then over the real tables with a link that is none. */
  @Override
  public List<Response> prime() throws IOException {
    var rehearsed = new RatingPageFunction(Tables.rehearsed());
    return List.of(
        rehearsed.rehearse(rehearsed.visitOf("GET /r/{token}")),
        rehearsed.rehearse(rehearsed.visitOf("POST /r/{token}").form("score=5&feedback=!")),
        rehearse(Rehearsal.of("GET /r/{token}").with("token", Rehearsal.ID)));
  }

  private Rehearsal visitOf(String route) {
    var nobodys = new ConversationId(Rehearsal.ID, Rehearsal.ID);
    return Rehearsal.of(route)
        .with("token", tokens.write(nobodys, clock.instant().plus(Duration.ofDays(1))));
  }
}
