package ratings.domain.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import ratings.domain.conversation.ConversationId;
import ratings.domain.conversation.Delivery;
import ratings.domain.conversation.Passage;
import ratings.domain.conversation.People;
import ratings.domain.conversation.RequestToRate;
import ratings.domain.conversation.Windows;
import ratings.domain.rating.VirtualClock;
import ratings.domain.score.Scale;

/** Requests that are to be sent, with valid defaults, for tests: due at once, in Telegram. */
public final class ASending {
  private final String conversation;
  private String channel = "telegram";
  private Duration delay = Duration.ZERO;
  private Instant rateUntil = Windows.OPEN;
  private Optional<Instant> lastCustomerMessageAt = Optional.empty();
  private boolean answered;
  private boolean scheduled;

  private ASending(String conversation) {
    this.conversation = conversation;
  }

  public static ASending of(String conversation) {
    return new ASending(conversation);
  }

  public ASending by(String other) {
    channel = other;
    return this;
  }

  public ASending after(Duration pause) {
    delay = pause;
    return this;
  }

  public ASending until(Instant end) {
    rateUntil = end;
    return this;
  }

  public ASending lastHeardOf(Instant at) {
    lastCustomerMessageAt = Optional.of(at);
    return this;
  }

  public ASending isAnswered() {
    answered = true;
    return this;
  }

  public ASending isScheduled() {
    scheduled = true;
    return this;
  }

  String conversation() {
    return conversation;
  }

  public Sending make() {
    var sendAt = VirtualClock.START.plus(delay);
    var request =
        new RequestToRate(
            conversation,
            channel,
            "How was it?",
            Optional.of("en"),
            Scale.STARS5,
            sendAt,
            new Windows(rateUntil, Windows.OPEN),
            Delivery.dueAt(sendAt, VirtualClock.START),
            Optional.empty(),
            Passage.NOT_BEGUN);
    var customer =
        new People.Customer(Optional.of("u1"), Optional.of("Ada"), Optional.of("ada@example.com"));
    return new Sending(
        new ConversationId("acme", conversation),
        "support",
        request,
        customer,
        lastCustomerMessageAt,
        Optional.of(new People.Teammate("t1", Optional.of("Bo"), Optional.of("north"))),
        answered,
        scheduled);
  }
}
