package ratings.domain.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What channels can do: whether a customer can be asked there, how, and for how long (D6). A new
 * channel is a row; one that has none is taken for a messenger.
 */
public enum Channel {
  WEBSITE(Way.CHAT_WINDOW),
  EMAIL(Way.LINK),
  TELEGRAM(Way.MESSAGE),
  WHATSAPP(Way.MESSAGE),
  INSTAGRAM(Way.MESSAGE, Duration.ofHours(24)),
  FACEBOOK(Way.MESSAGE, Duration.ofHours(24)),
  VIBER(Way.MESSAGE),
  RTM(Way.MESSAGE),
  PHONE(Way.NONE),
  VOICE(Way.NONE),
  IVR(Way.NONE),
  OTHER(Way.MESSAGE);

  /** How a customer is asked. */
  public enum Way {
    /** By the widget, before its chat window closes (R97). */
    CHAT_WINDOW,

    /** By a link in a mail, to a page. */
    LINK,

    /** By a message in the same chat (R94). */
    MESSAGE,

    /** Not at all: what ended leaves no place to write to. */
    NONE
  }

  private final Way way;
  private final Optional<Duration> session;

  Channel(Way way) {
    this(way, Optional.empty());
  }

  Channel(Way way, Duration session) {
    this(way, Optional.of(session));
  }

  Channel(Way way, Optional<Duration> session) {
    this.way = way;
    this.session = session;
  }

  /** The channel of a code, as {@code telegram}. */
  public static Channel of(String code) {
    return Arrays.stream(values())
        .filter(channel -> channel.name().toLowerCase(Locale.ROOT).equals(code))
        .findFirst()
        .orElse(OTHER);
  }

  public Way way() {
    return way;
  }

  public boolean canAsk() {
    return way != Way.NONE;
  }

  /**
   * Whether the channel still lets a message through: Instagram and Facebook do for 24 hours after
   * the customer's last one (R95). Where nobody tells of that, it is taken to.
   */
  public boolean reaches(Optional<Instant> lastCustomerMessage, Instant at) {
    return session.isEmpty()
        || lastCustomerMessage.filter(last -> last.plus(session.get()).isBefore(at)).isEmpty();
  }
}
