package ratings.local.mappings;

/** Tells whoever watches the stack, one line at a time, without bodies. */
@FunctionalInterface
public interface Report {
  void line(String text);
}
