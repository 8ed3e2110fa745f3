package ratings.domain.outbox;

import java.util.List;

/** Where messages of one kind go to whoever subscribed. */
public interface Topic<M> {

  /** What became of a message, from the best to what is looked at last. */
  enum Outcome {
    /** It is on its way, or there was nothing to send. */
    SENT,
    /** It would be refused however often it came. */
    NEVER,
    /** It could not be sent now, and may be later. */
    LATER;

    /** What becomes of both if they come again together. */
    public Outcome and(Outcome other) {
      return compareTo(other) < 0 ? other : this;
    }
  }

  /** Sends messages, few at once, and says what became of each, in their order. */
  List<Outcome> publish(List<M> messages);
}
