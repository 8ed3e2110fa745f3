package ratings.domain.rating;

import java.util.List;
import java.util.Optional;
import ratings.domain.document.Fields;
import ratings.domain.document.Reading;

/**
 * A rating as it is handed in, whoever hands it in.
 *
 * @param conversation id of the conversation, as its platform names it
 * @param messageId id of the message that asked, for the export (D11)
 * @param token the request's token, where a line requires one
 */
public record Submission(
    String conversation,
    Answer answer,
    Optional<String> userId,
    Optional<String> userName,
    Optional<String> messageId,
    Optional<String> botId,
    Optional<String> language,
    Optional<String> token) {
  private static final int LONGEST_NAME = 256;
  private static final int LONGEST_TOKEN = 2048;
  private static final int MOST_REASONS = 20;

  /** Reads {@code {conversationId, score, feedback?, ...}}; the scale judges the score later. */
  public static Reading<Submission> read(Object document) {
    var violations = Fields.collecting();
    var fields = Fields.of(document, violations);
    var conversation = fields.required("conversationId", fields.id("conversationId"), "");
    var submission = read(conversation, fields);
    fields.refuseOthers();
    return Reading.of(violations, () -> submission);
  }

  private static Submission read(String conversation, Fields fields) {
    int score = fields.required("score", fields.integer("score", 0, 10), 0);
    return new Submission(
        conversation,
        new Answer(
            score,
            fields.text("feedback", Answer.LONGEST_FEEDBACK),
            fields.flag("resolved"),
            fields.ids("reasons", MOST_REASONS).orElse(List.of())),
        fields.id("userId"),
        fields.text("userName", LONGEST_NAME),
        fields.id("messageId"),
        fields.id("botId"),
        fields.id("language"),
        fields.text("token", LONGEST_TOKEN));
  }
}
