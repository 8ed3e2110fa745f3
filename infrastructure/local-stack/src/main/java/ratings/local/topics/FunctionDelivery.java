package ratings.local.topics;

import java.nio.charset.StandardCharsets;
import ratings.local.mappings.AsynchronousInvoker;

/** Hands messages to functions and does not wait for them. */
record FunctionDelivery(AsynchronousInvoker functions, Envelope envelope) implements Delivery {
  private static final String ARN_PART = ":function:";

  @Override
  public void deliver(Subscription subscription, Publication publication) {
    functions.invoke(
        function(subscription.endpoint()),
        envelope
            .functionEvent(subscription, publication)
            .toString()
            .getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void askToConfirm(Subscription subscription) {
    throw new IllegalStateException("functions need no confirmation: " + subscription.arn());
  }

  /** The logical id in an ARN, which may name an alias behind it. */
  private static String function(String endpoint) {
    int start = endpoint.indexOf(ARN_PART);
    String name = endpoint.substring(start + ARN_PART.length());
    return name.contains(":") ? name.substring(0, name.indexOf(':')) : name;
  }
}
