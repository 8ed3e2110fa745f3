package ratings.local;

import java.io.PrintStream;

/** What the stack says once it serves: addresses, tokens to use at once, and what it leaves out. */
final class Greeting {
  private static final String ALL =
      "ratings/read ratings/export ratings/erase ratings/settings ratings/conversations";

  private final Stack stack;

  Greeting(Stack stack) {
    this.stack = stack;
  }

  void print(PrintStream out) {
    stack.template().ignored().forEach(line -> out.println("ignored here: " + line));
    stack.addresses().forEach((id, url) -> out.println(id + " on " + url));
    out.println("tokens, good for 12 hours (more: GET /_local/token?workspace=..&scope=..):");
    token(out, "ADMIN", "ada", "acme", ALL);
    token(out, "READER", "ray", "acme", "ratings/read");
    token(out, "PLATFORM", "platform", "acme", "ratings/conversations");
    token(out, "GLOBEX_ADMIN", "gus", "globex", ALL);
    out.println("ready; Ctrl-C ends it");
    out.flush();
  }

  private void token(
      PrintStream out, String name, String subject, String workspace, String scopes) {
    out.println("export " + name + "=" + stack.issuer().token(subject, workspace, scopes));
  }
}
