package ratings.domain.notification;

/** How a recipient is reached. */
public sealed interface Contact permits Mailbox, Hook {

  /** What a document calls this way to reach somebody. */
  String protocol();

  /** Whom or what is written to. */
  String endpoint();
}
