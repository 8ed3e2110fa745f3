package ratings.local.topics;

/** A subscriber could not be reached. */
final class DeliveryFailed extends Exception {
  private static final long serialVersionUID = 1L;

  DeliveryFailed(String message) {
    super(message);
  }
}
