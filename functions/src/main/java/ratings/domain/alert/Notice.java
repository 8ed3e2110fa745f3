package ratings.domain.alert;

import java.util.List;
import java.util.Optional;
import ratings.domain.rating.Attempt;
import ratings.domain.rating.Source;
import ratings.domain.score.Scale;
import ratings.domain.settings.RecipientRole;

/**
 * That a rating is low and has to be announced, as the line's settings were when it became so. It
 * is stored with the rating, by the same write, and waits there.
 *
 * @param score the one that was low first
 * @param recipients by role (R91)
 * @param quotes whether the announcement may hold the customer's words
 */
public record Notice(String workspace, int score, List<RecipientRole> recipients, boolean quotes) {
  public Notice {
    recipients = List.copyOf(recipients);
  }

  /**
   * What the attempt gives cause to announce, if it is the first that is low.
   *
   * @param scale the one that its conversation is rated on
   * @return nothing for a rating that is not low, or was brought in from elsewhere
   */
  public static Optional<Notice> of(Attempt attempt, Scale scale) {
    var line = attempt.line();
    int score = attempt.answer().score();
    return line.isLow(scale, score) && attempt.source() != Source.IMPORT
        ? Optional.of(
            new Notice(
                line.workspace(),
                score,
                line.lowRatingRecipients(),
                line.lowRatingIncludesFeedback()))
        : Optional.empty();
  }
}
