package ratings.domain.export;

import ratings.domain.document.Timestamp;
import ratings.domain.rating.list.ListedRating;

/** Columns that a file has only where they are asked for, named as the list names them. */
public enum ExtraColumn {
  CONVERSATION_ID("conversationId"),
  MESSAGE_ID("messageId"),
  SCALE("scale"),
  SURVEY("survey"),
  PROMPT("prompt"),
  RESOLVED("resolved"),
  REASONS("reasons"),
  LINE_ID("lineId"),
  BOT_ID("botId"),
  TEAMMATE_ID("teammateId"),
  TEAMMATE_NAME("teammateName"),
  TEAM("team"),
  LANGUAGE("language"),
  SOURCE("source"),
  ASKED_AT("askedAt"),
  RECORDED_AT("recordedAt"),
  CHANGED_AT("changedAt"),
  LOCKED("locked"),
  SUSPECT("suspect"),
  FOLLOW_UP("followUp");

  private final String code;

  ExtraColumn(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  /** What a row has there, empty where it has nothing. */
  String value(ListedRating row) {
    return switch (this) {
      case CONVERSATION_ID -> row.conversationId();
      case MESSAGE_ID -> row.messageId().orElse("");
      case SCALE -> row.scale().code();
      case SURVEY -> row.survey().orElse("");
      case PROMPT -> row.prompt().orElse("");
      case RESOLVED -> row.answer().resolved().map(String::valueOf).orElse("");
      case REASONS -> String.join(";", row.answer().reasons());
      case LINE_ID -> row.lineId();
      case BOT_ID -> row.botId().orElse("");
      case TEAMMATE_ID -> row.teammateId().orElse("");
      case TEAMMATE_NAME -> row.teammateName().orElse("");
      case TEAM -> row.team().orElse("");
      case LANGUAGE -> row.language().orElse("");
      case SOURCE -> row.source().code();
      case ASKED_AT -> row.askedAt().map(Timestamp::format).orElse("");
      case RECORDED_AT -> Timestamp.format(row.recordedAt());
      case CHANGED_AT -> row.changedAt().map(Timestamp::format).orElse("");
      case LOCKED -> String.valueOf(row.locked());
      case SUSPECT -> String.valueOf(row.suspect());
      case FOLLOW_UP -> row.followUp().map(f -> f.state().code()).orElse("");
    };
  }
}
