package ratings.domain.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ratings.domain.notification.Notified.Outcome;
import ratings.domain.settings.Line;
import ratings.domain.settings.RecipientRole;

/**
 * Why alerts of a line do not arrive (R107).
 *
 * @param recipientsSet whether someone is subscribed for the line's roles
 * @param confirmed whether someone is, and all who are have agreed to it
 */
public record AlertCheck(
    boolean recipientsSet,
    boolean confirmed,
    Optional<LoggedAlert> lastAlert,
    List<Problem> problems) {
  public AlertCheck {
    problems = List.copyOf(problems);
  }

  /**
   * What keeps alerts away.
   *
   * @param detail for people
   */
  public record Problem(String code, String detail) {}

  /**
   * Looks a line over.
   *
   * @param recipients all of its workspace
   * @param reached keys of those who can be written to
   */
  public static AlertCheck of(
      Line line, List<Recipient> recipients, Set<String> reached, Optional<LoggedAlert> lastAlert) {
    var roles = line.lowRatingRecipients();
    var hearing = recipients.stream().filter(it -> roles.contains(it.kind())).toList();
    var silent = hearing.stream().filter(it -> !reached.contains(it.key())).toList();
    var problems = new ArrayList<>(problems(line));
    roles.stream()
        .filter(role -> hearing.stream().noneMatch(it -> it.kind() == role))
        .map(AlertCheck::nobody)
        .forEach(problems::add);
    silent.stream().map(AlertCheck::unconfirmed).forEach(problems::add);
    if (lastAlert.filter(it -> it.has(Outcome.FAILED)).isPresent()) {
      problems.add(new Problem("last-alert-failed", "The last alert could not be sent to all."));
    }
    return new AlertCheck(
        !hearing.isEmpty(), !hearing.isEmpty() && silent.isEmpty(), lastAlert, problems);
  }

  private static List<Problem> problems(Line line) {
    var problems = new ArrayList<Problem>();
    if (!line.collectRatings()) {
      problems.add(new Problem("ratings-off", "The line takes no ratings."));
    }
    if (line.lowRatingRecipients().isEmpty()) {
      problems.add(new Problem("no-roles", "The line names no role that is to hear of it."));
    }
    line.idleThreshold().map(threshold -> outOfScale(line, threshold)).ifPresent(problems::add);
    return problems;
  }

  private static Problem outOfScale(Line line, int threshold) {
    var scale = line.scale().code();
    return new Problem(
        "threshold-out-of-scale",
        "The threshold "
            + threshold
            + " is no score of "
            + scale
            + "; "
            + line.lowThreshold()
            + " is used.");
  }

  private static Problem nobody(RecipientRole role) {
    return new Problem(
        "no-recipient", "Nobody is subscribed for the role " + role.code() + " of this line.");
  }

  private static Problem unconfirmed(Recipient recipient) {
    var detail =
        switch (recipient.contact()) {
          case Mailbox _ -> " has not followed the link in the mail that asks.";
          case Hook _ -> " has answered that its endpoint is gone; post it again.";
        };
    return new Problem("not-confirmed", "Recipient " + recipient.id() + detail);
  }
}
