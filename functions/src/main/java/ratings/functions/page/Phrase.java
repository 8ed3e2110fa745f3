package ratings.functions.page;

import java.util.Locale;

/** What the page says of its own, in each of its languages. */
enum Phrase {
  TITLE,
  WORST,
  BEST,
  FEEDBACK,
  OPTIONAL,
  FINAL,
  REASON,
  RESOLVED,
  YES,
  NO,
  SEND,
  THANKS,
  SAVED,
  RATING,
  COMMENT,
  CHANGE,
  LOCKED,
  CHANGE_OVER,
  RATE_OVER,
  WITHDRAWN,
  OFF,
  UNKNOWN,
  AGAIN,
  CHECK,
  SCORE,
  TOO_LONG,
  OTHER;

  /** Its name in the files of texts. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
