package ratings.domain.export;

/** An upload is gone or is not as it was left: somebody else has completed, changed or ended it. */
public final class Superseded extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Superseded(String message, Throwable cause) {
    super(message, cause);
  }
}
