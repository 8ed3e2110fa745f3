package ratings.local.topics;

import java.util.Arrays;

/** How a subscriber is reached. */
public enum Protocol {
  SQS("sqs", true),
  LAMBDA("lambda", true),
  HTTP("http", false),
  HTTPS("https", false),
  EMAIL("email", false),
  EMAIL_JSON("email-json", false);

  private final String wire;
  private final boolean confirmedAtOnce;

  Protocol(String wire, boolean confirmedAtOnce) {
    this.wire = wire;
    this.confirmedAtOnce = confirmedAtOnce;
  }

  static Protocol of(String wire) {
    return Arrays.stream(values())
        .filter(protocol -> protocol.wire.equals(wire))
        .findFirst()
        .orElseThrow(() -> SnsError.invalid("protocol not known here: " + wire));
  }

  /** The name that SNS and templates use. */
  public String wire() {
    return wire;
  }

  /** Whether the account owns the subscriber, so that nobody has to confirm. */
  boolean isConfirmedAtOnce() {
    return confirmedAtOnce;
  }
}
