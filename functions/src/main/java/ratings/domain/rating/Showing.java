package ratings.domain.rating;

import ratings.domain.conversation.ConversationId;
import ratings.domain.document.Fields;
import ratings.domain.document.Reading;
import ratings.domain.settings.Line;

/** That a widget showed its prompt: the conversation ended, and its customer was asked. */
public record Showing(String conversation, Customer customer) {

  /** Reads {@code {conversationId, userId?, userName?, botId?, language?}}. */
  public static Reading<Showing> read(Object document) {
    var violations = Fields.collecting();
    var fields = Fields.of(document, violations);
    var conversation = fields.required("conversationId", fields.id("conversationId"), "");
    var customer = Customer.read(fields);
    fields.refuseOthers();
    return Reading.of(violations, () -> new Showing(conversation, customer));
  }

  /** The conversation that was shown the prompt, in the line's workspace. */
  public ConversationId conversation(Line line) {
    return new ConversationId(line.workspace(), conversation);
  }
}
