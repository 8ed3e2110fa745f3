package ratings.domain.rating;

import java.util.List;
import java.util.Optional;
import ratings.domain.document.Text;

/**
 * What a customer said of a conversation.
 *
 * @param score a score of the conversation's scale
 * @param feedback the customer's words, verbatim, non-blank where present (D4)
 * @param resolved whether the issue was resolved, where that was asked (R106)
 * @param reasons codes of reasons, empty where none was given
 */
public record Answer(
    int score, Optional<String> feedback, Optional<Boolean> resolved, List<String> reasons) {
  /** Longest feedback, in code points. */
  public static final int LONGEST_FEEDBACK = 4000;

  public Answer {
    if (feedback.filter(Text::isBlank).isPresent()) {
      throw new IllegalArgumentException("blank feedback is none");
    }
    reasons = List.copyOf(reasons);
  }

  /** This answer, with what it leaves out taken from an earlier one: left out is no difference. */
  public Answer over(Answer earlier) {
    return new Answer(
        score,
        feedback.or(earlier::feedback),
        resolved.or(earlier::resolved),
        reasons.isEmpty() ? earlier.reasons : reasons);
  }
}
