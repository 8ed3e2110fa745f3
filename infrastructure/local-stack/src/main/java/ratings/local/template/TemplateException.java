package ratings.local.template;

/** The template says something that the local stack does not understand. One line, for a person. */
public final class TemplateException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TemplateException(String where, String what) {
    super("template.yaml: " + where + ": " + what);
  }
}
