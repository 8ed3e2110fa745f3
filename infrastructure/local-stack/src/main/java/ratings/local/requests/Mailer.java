package ratings.local.requests;

import java.util.Optional;
import java.util.regex.Pattern;
import ratings.local.topics.Mail;
import ratings.local.topics.Outbox;
import ratings.local.topics.Publication;

/** Takes the part of whoever mails requests to rate to customers. */
public record Mailer(Outbox outbox) {
  /** One address and nothing beside it. */
  private static final Pattern ADDRESS =
      Pattern.compile("%1$s+@%1$s+".formatted("[^\\p{Cc}\\p{Z}@<>()\\[\\],;:\\\\\"]"));

  /** Mails what was published, if it is a request by mail to somebody with an address. */
  public void take(Publication publication) {
    RequestMessage.of(publication).ifPresent(this::mail);
  }

  private void mail(RequestMessage request) {
    var to = request.customerEmail();
    if (!ADDRESS.matcher(to).matches()) {
      return;
    }
    request
        .email()
        .map(
            email ->
                new Mail(
                    request.at(),
                    to,
                    email.subject(),
                    email.text(),
                    Optional.of(email.html()).filter(html -> !html.isEmpty()),
                    Optional.empty()))
        .ifPresent(outbox::add);
  }
}
