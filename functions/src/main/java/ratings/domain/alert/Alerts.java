package ratings.domain.alert;

import java.util.List;

/** Tells of low ratings whoever wants to hear of them. */
public interface Alerts {

  /** What became of an alert. */
  enum Outcome {
    /** It is on its way to whoever subscribed. */
    SENT,
    /** It could not be sent now, and may be later. */
    LATER,
    /** It would be refused however often it came. */
    NEVER
  }

  /** Sends alerts, few at once, and says what became of each, in their order. */
  List<Outcome> publish(List<Alert> alerts);
}
