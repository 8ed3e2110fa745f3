package ratings.local.mappings;

/** What Lambda refuses when a mapping is created. */
final class Limits {
  private Limits() {}

  static void require(String function, String what, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          function + ": " + what + " must be " + least + " to " + most + ", not " + value);
    }
  }
}
