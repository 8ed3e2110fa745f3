package ratings.domain.notification;

/**
 * An endpoint that alerts are posted to.
 *
 * @param endpoint its URL
 */
public record Hook(String endpoint) implements Contact {
  static final String PROTOCOL = "webhook";

  @Override
  public String protocol() {
    return PROTOCOL;
  }
}
