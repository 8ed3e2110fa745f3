package ratings.domain.rating;

/** Why a submission is not recorded. */
public enum Refusal {
  RATINGS_OFF,
  ORIGIN_NOT_ALLOWED,
  BAD_TOKEN,
  UNKNOWN_CONVERSATION,
  KEY_REUSED,
  OTHER_SURVEY,
  NOT_OF_SCALE,
  REQUEST_WITHDRAWN,
  RATING_WINDOW_OVER,
  RATING_LOCKED,
  CHANGE_WINDOW_OVER
}
