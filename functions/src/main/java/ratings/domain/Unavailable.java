package ratings.domain;

/** A store or a service would not have what it was given, now: trying again later may help. */
public final class Unavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Unavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
