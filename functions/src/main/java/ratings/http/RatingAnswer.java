package ratings.http;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ratings.domain.rating.Rating;
import ratings.domain.rating.Recorded;
import ratings.domain.rating.Refusal;
import ratings.domain.rating.Submission;

/** How the outcome of a submission is answered: the table of api.md, row by row. */
public final class RatingAnswer {
  private RatingAnswer() {}

  /** 201 for the first, 200 for a change or the same again, a problem for what was refused. */
  public static Response of(Recorded recorded) throws Problem.Refused {
    return switch (recorded) {
      case Recorded.Created(var rating, var at) -> Response.json(201, document(rating, at));
      case Recorded.Changed(var rating, var at) -> Response.ok(document(rating, at));
      case Recorded.Replayed(var rating, var receipt, var at) ->
          receipt
              .map(
                  kept ->
                      Response.json(
                              kept.at().equals(rating.recordedAt()) ? 201 : 200,
                              document(rating, at))
                          .with("idempotency-replayed", "true"))
              .orElseGet(() -> Response.ok(document(rating, at)));
      case Recorded.Refused(var refusal, var stored, var at) ->
          throw new Problem.Refused(problem(refusal, stored, at));
    };
  }

  /** The problem of a submission that is refused before it gets to the store. */
  public static Problem refused(Refusal refusal) {
    return switch (refusal) {
      case RATINGS_OFF ->
          Problem.of(403, "ratings-off", "Ratings are off", "This line collects no ratings.");
      case ORIGIN_NOT_ALLOWED ->
          Problem.of(
              403,
              "origin-not-allowed",
              "Origin not allowed",
              "This line takes ratings from its own pages only.");
      case BAD_TOKEN ->
          Problem.of(
              403,
              "bad-token",
              "Bad token",
              "This line takes ratings with the request's token only.");
      case UNKNOWN_CONVERSATION ->
          Problem.of(
              404,
              "unknown-conversation",
              "Unknown conversation",
              "This line has no such conversation.");
      case KEY_REUSED ->
          Problem.of(
              422,
              "key-reused",
              "Key reused",
              "The idempotency key came with another body before.");
      case OTHER_SURVEY ->
          Problem.of(
              409,
              "other-survey",
              "Other survey",
              "The conversation has a rating that is no answer to this survey.");
      case NOT_OF_SCALE -> Problem.invalid(List.of(Submission.NOT_OF_SCALE));
      case REQUEST_WITHDRAWN ->
          Problem.of(
              410, "request-withdrawn", "Request withdrawn", "The conversation is open again.");
      case RATING_WINDOW_OVER ->
          Problem.of(
              410,
              "rating-window-over",
              "Too late to rate",
              "The time to rate this conversation is over.");
      case RATING_LOCKED ->
          Problem.of(
              409,
              "rating-locked",
              "Rating locked",
              "A rating with feedback can no longer be changed.");
      case CHANGE_WINDOW_OVER ->
          Problem.of(
              410,
              "change-window-over",
              "Too late to change",
              "The time to change this rating is over.");
    };
  }

  private static Problem problem(Refusal refusal, Optional<Rating> stored, Instant at) {
    var problem = refused(refusal);
    return switch (refusal) {
      case RATING_LOCKED, CHANGE_WINDOW_OVER ->
          stored.map(rating -> problem.with("rating", document(rating, at))).orElse(problem);
      case RATINGS_OFF,
          ORIGIN_NOT_ALLOWED,
          BAD_TOKEN,
          UNKNOWN_CONVERSATION,
          KEY_REUSED,
          OTHER_SURVEY,
          NOT_OF_SCALE,
          REQUEST_WITHDRAWN,
          RATING_WINDOW_OVER ->
          problem;
    };
  }

  /** A rating as its customer, and the platform, sees it. */
  public static Map<String, Object> document(Rating rating, Instant at) {
    var document = new LinkedHashMap<String, Object>();
    document.put("id", rating.conversation());
    document.put("conversationId", rating.conversation());
    document.put("score", rating.answer().score());
    document.put("feedback", rating.answer().feedback());
    document.put("resolved", rating.answer().resolved());
    document.put("recordedAt", rating.recordedAt());
    document.put("canChange", rating.mayChange(at));
    document.put("changeableUntil", rating.changeableUntil(at));
    return document;
  }
}
