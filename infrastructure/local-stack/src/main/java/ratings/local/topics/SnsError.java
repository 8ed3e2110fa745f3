package ratings.local.topics;

/** A refusal as SNS words it. */
public final class SnsError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final int status;

  SnsError(String code, int status, String message) {
    super(message);
    this.code = code;
    this.status = status;
  }

  static SnsError invalid(String reason) {
    return new SnsError("InvalidParameter", 400, "Invalid parameter: " + reason);
  }

  static SnsError notFound(String what) {
    return new SnsError("NotFound", 404, what + " does not exist");
  }

  String code() {
    return code;
  }

  int status() {
    return status;
  }
}
