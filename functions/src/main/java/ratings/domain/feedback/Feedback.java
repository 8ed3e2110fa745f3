package ratings.domain.feedback;

import java.util.List;
import java.util.Optional;
import ratings.domain.document.Fields;
import ratings.domain.document.Reading;
import ratings.domain.document.Shape;
import ratings.domain.rating.Answer;
import ratings.domain.rating.Customer;
import ratings.domain.rating.Submission;
import ratings.domain.rating.Survey;
import ratings.domain.score.Scale;

/**
 * A survey's score as a bot's platform sends it (R118-R124).
 *
 * @param channelUId who answered, as the channel names him
 * @param name the survey's
 * @param message what he was asked; may be empty
 * @param conversation that it is of, where the caller says so
 * @param comment his words, where the caller sends them
 * @param userName his name, where the caller sends it
 */
public record Feedback(
    String channelUId,
    String name,
    SurveyType type,
    int score,
    String channel,
    String language,
    String message,
    Optional<String> conversation,
    Optional<String> comment,
    Optional<String> userName) {
  private static final int LONGEST_NAME = 256;
  private static final int LONGEST_MESSAGE = 2000;
  private static final Shape<SurveyType> TYPE =
      Shape.oneOf(List.of(SurveyType.values()), SurveyType::name);

  /** Reads a delivery; fields that we do not know are the caller's own affair (D12). */
  public static Reading<Feedback> read(Object document) {
    var violations = Fields.collecting();
    var fields = Fields.of(document, violations);
    var channelUId = fields.required("channelUId", fields.id("channelUId"), "");
    var name = fields.required("name", fields.text("name", LONGEST_NAME), "");
    var type = TYPE.read(fields, "type");
    fields.require("type", type);
    int score = score(fields, type);
    var channel = fields.required("channel", fields.id("channel"), "");
    var language = fields.required("language", fields.id("language"), "");
    var message = message(fields);
    var conversation = fields.id("conversationId");
    var comment = fields.text("feedback", Answer.LONGEST_FEEDBACK);
    var userName = fields.text("userName", LONGEST_NAME);
    return Reading.of(
        violations,
        () ->
            new Feedback(
                channelUId,
                name,
                type.orElseThrow(),
                score,
                channel,
                language,
                message,
                conversation,
                comment,
                userName));
  }

  private static int score(Fields fields, Optional<SurveyType> type) {
    var scale = type.map(SurveyType::scale).orElse(Scale.NPS);
    int lowest = scale.lowest();
    int highest = scale.highest();
    return fields.required("score", fields.integer("score", lowest, highest), lowest);
  }

  /** It must be there, though it may be empty (R124). */
  private static String message(Fields fields) {
    var text = fields.text("message", LONGEST_MESSAGE);
    if (!fields.isText("message")) {
      fields.require("message", text);
    }
    return text.orElse("");
  }

  /** It as a rating of a conversation with a bot. */
  public Submission submission(String ofConversation, String botId) {
    return new Submission(
        ofConversation,
        new Answer(score, comment, Optional.empty(), List.of()),
        new Customer(Optional.of(channelUId), userName, Optional.of(botId), Optional.of(language)),
        Optional.empty(),
        Optional.empty(),
        Optional.of(new Survey(name, channel, type.scale(), message)));
  }
}
