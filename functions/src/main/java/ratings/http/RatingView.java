package ratings.http;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ratings.domain.document.Timestamp;
import ratings.domain.rating.list.FollowUp;
import ratings.domain.rating.list.ListedRating;

/** A rating on the wire: every name is always there, with null where there is nothing. */
public record RatingView(
    String id,
    String conversationId,
    String messageId,
    int score,
    String scale,
    String survey,
    String prompt,
    String feedback,
    Boolean resolved,
    List<String> reasons,
    String userId,
    String userName,
    String channel,
    String widgetId,
    String lineId,
    String botId,
    String teammateId,
    String teammateName,
    String team,
    String language,
    String source,
    String askedAt,
    String recordedAt,
    String changedAt,
    boolean locked,
    boolean suspect,
    String chatHistoryUrl,
    FollowUpView followUp) {

  /** What is done about a rating, on the wire. */
  public record FollowUpView(String state, String note, String by, String at) {

    static FollowUpView of(FollowUp followUp) {
      return new FollowUpView(
          followUp.state().code(),
          followUp.note().orElse(null),
          followUp.by(),
          Timestamp.format(followUp.at()));
    }
  }

  public static RatingView of(ListedRating rating) {
    return new RatingView(
        rating.id(),
        rating.conversationId(),
        rating.messageId().orElse(null),
        rating.answer().score(),
        rating.scale().code(),
        rating.survey().orElse(null),
        rating.prompt().orElse(null),
        rating.answer().feedback().orElse(null),
        rating.answer().resolved().orElse(null),
        rating.answer().reasons(),
        rating.userId().orElse(null),
        rating.userName().orElse(null),
        rating.channel(),
        rating.widgetId().orElse(null),
        rating.lineId(),
        rating.botId().orElse(null),
        rating.teammateId().orElse(null),
        rating.teammateName().orElse(null),
        rating.team().orElse(null),
        rating.language().orElse(null),
        rating.source().code(),
        time(rating.askedAt()),
        Timestamp.format(rating.recordedAt()),
        time(rating.changedAt()),
        rating.locked(),
        rating.suspect(),
        rating.chatHistoryUrl().orElse(null),
        rating.followUp().map(FollowUpView::of).orElse(null));
  }

  private static String time(Optional<Instant> instant) {
    return instant.map(Timestamp::format).orElse(null);
  }
}
