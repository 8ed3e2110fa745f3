package ratings.sample;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One conversation from its end on, in the words in which clients tell of it.
 *
 * @param shown that the customer was asked, if that was told apart
 * @param answers what the customer sent, step by step
 */
record Conversation(SampleLine line, Optional<Step> shown, List<Step> answers) {
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
