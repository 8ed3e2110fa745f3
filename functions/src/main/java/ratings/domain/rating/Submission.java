package ratings.domain.rating;

import java.util.List;
import java.util.Optional;
import ratings.domain.document.Fields;
import ratings.domain.document.Reading;
import ratings.domain.document.Violation;
import ratings.domain.score.Scale;

/**
 * A rating as it is handed in, whoever hands it in.
 *
 * @param conversation id of the conversation, as its platform names it
 * @param messageId id of the message that asked, for the export (D11)
 * @param token the request's token, where a line requires one
 * @param survey that it is the answer of, where somebody else held one
 */
public record Submission(
    String conversation,
    Answer answer,
    Customer customer,
    Optional<String> messageId,
    Optional<String> token,
    Optional<Survey> survey) {
  private static final int LONGEST_TOKEN = 2048;
  private static final int MOST_REASONS = 20;

  /** What a score is told that its scale lacks. */
  public static final Violation NOT_OF_SCALE =
      new Violation("/score", "is not a score of the scale");

  /** Reads {@code {conversationId, score, feedback?, ...}}; the scale judges the score later. */
  public static Reading<Submission> read(Object document) {
    var violations = Fields.collecting();
    var fields = Fields.of(document, violations);
    var conversation = fields.required("conversationId", fields.id("conversationId"), "");
    return read(fields, violations, conversation);
  }

  /** The conversation that such a document names, whatever is wrong with the rest of it. */
  public static Optional<String> conversation(Object document) {
    return Fields.of(document, Fields.collecting()).id("conversationId");
  }

  /** What is wrong with its score on the scale of its conversation. */
  public static Optional<Violation> offScale(Object document, Scale scale) {
    return Fields.of(document, Fields.collecting())
        .integer("score", 0, 10)
        .filter(score -> !scale.takes(score))
        .map(_ -> NOT_OF_SCALE);
  }

  /** Reads the same of a conversation that is known, which the document may name again. */
  public static Reading<Submission> read(Object document, String conversation) {
    var violations = Fields.collecting();
    var fields = Fields.of(document, violations);
    if (fields.id("conversationId").filter(id -> !id.equals(conversation)).isPresent()) {
      fields.violate("conversationId", "must be the conversation of the path");
    }
    return read(fields, violations, conversation);
  }

  private static Reading<Submission> read(
      Fields fields, List<Violation> violations, String conversation) {
    var answer = answer(fields);
    var customer = Customer.read(fields);
    var messageId = fields.id("messageId");
    var token = fields.text("token", LONGEST_TOKEN);
    fields.refuseOthers();
    return Reading.of(
        violations,
        () -> new Submission(conversation, answer, customer, messageId, token, Optional.empty()));
  }

  private static Answer answer(Fields fields) {
    return new Answer(
        fields.required("score", fields.integer("score", 0, 10), 0),
        fields.text("feedback", Answer.LONGEST_FEEDBACK),
        fields.flag("resolved"),
        fields.ids("reasons", MOST_REASONS).orElse(List.of()).stream().sorted().toList());
  }
}
