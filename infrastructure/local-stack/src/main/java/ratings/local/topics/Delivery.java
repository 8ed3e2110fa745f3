package ratings.local.topics;

/** Reaches the subscribers of one or more protocols. */
interface Delivery {

  /** Brings a message, or throws if that finally failed. */
  void deliver(Subscription subscription, Publication publication)
      throws DeliveryFailed, InterruptedException;

  /** Asks the subscriber to confirm, where a protocol needs that. */
  void askToConfirm(Subscription subscription) throws DeliveryFailed, InterruptedException;
}
