package ratings.domain.notification;

/** Sends mails to recipients. */
public interface Mails {

  /** What became of a mail. */
  sealed interface Answer {
    /** It is on its way. */
    record Sent() implements Answer {}

    /** It could not be sent now, and may be later. */
    record Later() implements Answer {}

    /**
     * It would be refused however often it came.
     *
     * @param reason a code, which quotes nothing of it
     */
    record Refused(String reason) implements Answer {}
  }

  Answer send(AlertMail mail);
}
