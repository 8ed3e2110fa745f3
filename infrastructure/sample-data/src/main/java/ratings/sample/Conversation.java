package ratings.sample;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One conversation from its end on, in the words in which clients tell of it.
 *
 * @param teammate who took part in it, if anybody did
 * @param asked that the customer was asked, if that was told apart: by the close of a conversation
 *     that a teammate took part in, else by the widget that showed its prompt
 * @param answers what the customer sent, step by step
 */
record Conversation(
    String id,
    SampleLine line,
    Optional<SampleTeammate> teammate,
    Optional<Step> asked,
    List<Step> answers) {
  Conversation {
    answers = List.copyOf(answers);
  }

  /** A body that was sent at an instant. */
  record Step(Instant at, Map<String, Object> body) {
    Step {
      body = Map.copyOf(body);
    }
  }
}
