package ratings.local.topics;

import java.time.Instant;
import java.util.Optional;

/**
 * A mail that would have been sent.
 *
 * @param html the same as the text for those who read HTML, if there is one
 * @param confirmLink where the reader confirms a subscription, in mails that ask for it
 */
public record Mail(
    Instant at,
    String to,
    String subject,
    String text,
    Optional<String> html,
    Optional<String> confirmLink) {}
