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

  /** The protocol of this name. */
  public static Protocol of(String wire) {
    return Arrays.stream(values())
        .filter(protocol -> protocol.wire.equals(wire))
        .findFirst()
        .orElseThrow(() -> SnsError.invalid("protocol not known here: " + wire));
  }

  /** The name that SNS and templates use. */
  public String wire() {
    return wire;
  }

  /** Refuses an endpoint that this protocol cannot reach. */
  void requireReachable(String endpoint) {
    boolean reachable =
        switch (this) {
          case SQS -> endpoint.startsWith("arn:aws:sqs:");
          case LAMBDA -> endpoint.contains(":function:");
          case HTTP, HTTPS -> endpoint.startsWith(wire + "://");
          case EMAIL, EMAIL_JSON -> endpoint.indexOf('@') > 0;
        };
    if (!reachable) {
      throw SnsError.invalid("Endpoint does not go with protocol " + wire + ": " + endpoint);
    }
  }

  /** Whether the account owns the subscriber, so that nobody has to confirm. */
  boolean isConfirmedAtOnce() {
    return confirmedAtOnce;
  }
}
