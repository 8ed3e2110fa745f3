package ratings.domain.conversation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a customer is not asked to rate; each is a code of api.md, in whose order they are told. */
public enum Obstacle {
  /** The toggle is off (R15, R80, R87). */
  RATINGS_OFF,

  /** No teammate took part (R18, R26). */
  NO_TEAMMATE,

  /** A teammate began it, and the line does not ask then (R16). */
  OUTBOUND_OFF,

  /** A workflow or the API began it, and the line does not ask then (R17). */
  WORKFLOW_OFF,

  /** It has no more characters than the line's minimum (R27). */
  TOO_SHORT,

  /** Its last reply is older than the line allows (R28). */
  TOO_OLD,

  /** More than one user or lead took part (R29). */
  GROUP,

  /** Its customer was asked before, or rated (R30). */
  ALREADY_ASKED,

  /** It only sleeps (R23). */
  SNOOZED,

  /** Another app closes for us (R34). */
  CUSTOM_APP,

  /** The line does not ask after an end like this (D8). */
  CLOSED_BY_NOT_ASKED,

  /** The line does not ask users, or does not ask leads (R14). */
  AUDIENCE_OFF,

  /** Nothing can be written there (D6). */
  CHANNEL_CANNOT_ASK;

  /** The obstacle of a code, as {@code already-asked}. */
  public static Optional<Obstacle> of(String code) {
    return Arrays.stream(values()).filter(obstacle -> obstacle.code().equals(code)).findFirst();
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
