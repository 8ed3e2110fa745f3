package ratings.local.mappings;

/** Where a stream mapping reports the records it gave up. */
public sealed interface Destination {

  /** The position of the records goes to a queue. */
  record ToQueue(String arn) implements Destination {}

  /** The position of the records goes to a topic. */
  record ToTopic(String arn) implements Destination {}

  /** The position and the records themselves go to a bucket. */
  record ToBucket(String name) implements Destination {}

  /**
   * Reads the {@code Destination} of an {@code OnFailure}.
   *
   * @throws IllegalArgumentException for what is neither a queue, a topic nor a bucket
   */
  static Destination of(String arn) {
    if (arn.startsWith("arn:aws:s3:::")) {
      return new ToBucket(arn.substring("arn:aws:s3:::".length()));
    }
    if (arn.startsWith("arn:aws:sqs:")) {
      return new ToQueue(arn);
    }
    if (arn.startsWith("arn:aws:sns:")) {
      return new ToTopic(arn);
    }
    throw new IllegalArgumentException(arn + " is no destination for failures known here");
  }
}
