package ratings.domain.outbox;

import java.time.Instant;

/** What brings a conversation up, of which something waits. */
public sealed interface Cue {

  /** How the store names the conversation. */
  String key();

  /** Whether this is to be told by this cue, for another brings up what is not. */
  boolean brings(Waiting waiting);

  /** That the conversation has changed. */
  record Change(String key) implements Cue {
    @Override
    public boolean brings(Waiting waiting) {
      return !(waiting instanceof Waiting.Asking asking) || !asking.queued();
    }
  }

  /**
   * A message that was held back until a request is due.
   *
   * @param sendAt when that request was due when the message was made
   */
  record Reminder(String key, Instant sendAt) implements Cue {
    @Override
    public boolean brings(Waiting waiting) {
      return switch (waiting) {
        case Waiting.LowRating _ -> false;
        case Waiting.Asking asking -> asking.sending().request().sendAt().equals(sendAt);
        case Waiting.Unreadable _ -> true;
      };
    }
  }
}
