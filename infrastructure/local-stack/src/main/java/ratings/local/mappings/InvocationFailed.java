package ratings.local.mappings;

/** A function threw, ran into its timeout or died. */
public final class InvocationFailed extends Exception {
  private static final long serialVersionUID = 1L;

  /** Says what happened in one line, without the event. */
  public InvocationFailed(String message) {
    super(message);
  }
}
