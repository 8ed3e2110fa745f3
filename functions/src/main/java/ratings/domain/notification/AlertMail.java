package ratings.domain.notification;

import java.util.Optional;
import ratings.domain.alert.Alert;

/**
 * A mail to a recipient.
 *
 * @param subject in ASCII
 */
public record AlertMail(Recipient to, String subject, String text) {

  /** The mail of one low rating. */
  static AlertMail of(Recipient to, Announcement alert) {
    return new AlertMail(to, subject(alert), body(alert) + why(to));
  }

  /** The mail of all that have come in since the last. */
  static AlertMail digest(Recipient to, int count, Optional<Announcement> worst) {
    if (count == 1 && worst.isPresent()) {
      return of(to, worst.get());
    }
    var text = count + " low ratings have come in since the last mail.\n\n";
    return new AlertMail(
        to,
        count + " low ratings" + worst.map(it -> ", the worst: " + rated(it)).orElse(""),
        text + worst.map(it -> "The worst of them:\n" + body(it)).orElse("") + why(to));
  }

  private static String subject(Announcement alert) {
    return "Low rating: " + rated(alert);
  }

  private static String rated(Announcement alert) {
    return Alert.rated(alert.scale(), alert.score());
  }

  private static String body(Announcement alert) {
    var text = new StringBuilder(alert.text()).append('\n');
    alert.feedback().ifPresent(it -> text.append("\n\"").append(it).append("\"\n"));
    alert.chatHistoryUrl().ifPresent(it -> text.append('\n').append(it).append('\n'));
    return text.toString();
  }

  private static String why(Recipient to) {
    var whose = to.who().map(it -> " " + it).orElse("");
    return "\nYou get this as " + to.kind().code() + whose + ", at most once a minute.\n";
  }
}
