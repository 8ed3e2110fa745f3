package ratings.domain.rating.list;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import ratings.domain.rating.Answer;
import ratings.domain.rating.Source;
import ratings.domain.score.Scale;

/**
 * A recorded rating as the list shows it: a row of the ratings page.
 *
 * @param conversationId the conversation's id, and so the rating's
 * @param messageId id of the message that asked (D11)
 * @param scale the scale that its score is of
 * @param prompt the words by which the customer was asked
 * @param widgetId the line, where it is a widget and the channel a website (R64, R76)
 * @param askedAt when the customer was asked, where that is known
 * @param suspect whether something about it looks made up
 */
public record ListedRating(
    String conversationId,
    Optional<String> messageId,
    Scale scale,
    Answer answer,
    Optional<String> survey,
    Optional<String> prompt,
    Optional<String> userId,
    Optional<String> userName,
    String channel,
    Optional<String> widgetId,
    String lineId,
    Optional<String> botId,
    Optional<String> teammateId,
    Optional<String> teammateName,
    Optional<String> team,
    Optional<String> language,
    Source source,
    Optional<Instant> askedAt,
    Instant recordedAt,
    Optional<Instant> changedAt,
    boolean suspect,
    Optional<String> chatHistoryUrl,
    Optional<FollowUp> followUp) {
  private static final int OTHERS = 1000;

  public String id() {
    return conversationId;
  }

  /** How long it is, about, for whoever must fit many of them into one answer. */
  public int characters() {
    int texts =
        Stream.of(answer.feedback(), userName, userId, messageId, prompt, chatHistoryUrl)
            .flatMap(Optional::stream)
            .mapToInt(String::length)
            .sum();
    return texts + answer.reasons().stream().mapToInt(String::length).sum() + OTHERS;
  }

  /** Feedback locks a rating (R1). */
  public boolean locked() {
    return answer.feedback().isPresent();
  }
}
