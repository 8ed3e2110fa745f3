package ratings.domain.rating;

import java.util.ArrayList;
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
 */
public record Submission(
    String conversation,
    Answer answer,
    Customer customer,
    Optional<String> messageId,
    Optional<String> token) {
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

  /**
   * Reads the same for a line of a scale. A score that the scale lacks is told of with whatever
   * else is wrong; alone it is no violation, for the conversation may have been asked on another
   * scale.
   */
  public static Reading<Submission> read(Object document, Scale scale) {
    return switch (read(document)) {
      case Reading.Invalid<Submission>(var violations) -> {
        var all = new ArrayList<>(violations);
        var score = Fields.of(document, Fields.collecting()).integer("score", 0, 10);
        if (score.filter(given -> !scale.takes(given)).isPresent()) {
          all.add(NOT_OF_SCALE);
        }
        yield new Reading.Invalid<>(all);
      }
      case Reading.Valid<Submission> valid -> valid;
    };
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
        violations, () -> new Submission(conversation, answer, customer, messageId, token));
  }

  private static Answer answer(Fields fields) {
    return new Answer(
        fields.required("score", fields.integer("score", 0, 10), 0),
        fields.text("feedback", Answer.LONGEST_FEEDBACK),
        fields.flag("resolved"),
        fields.ids("reasons", MOST_REASONS).orElse(List.of()).stream().sorted().toList());
  }
}
