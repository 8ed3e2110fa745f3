package ratings.local;

import java.io.PrintStream;
import ratings.local.http.Pages;
import ratings.local.welcome.Example;
import ratings.local.welcome.ReadyToken;

/** What the stack says once it serves: where, tokens to use at once, and what to try next. */
final class Greeting {
  private final Stack stack;

  Greeting(Stack stack) {
    this.stack = stack;
  }

  void print(PrintStream out) {
    stack.template().ignored().forEach(line -> out.println("ignored here: " + line));
    out.println();
    out.println("# tokens for 12 hours; the first line below makes a shorter one");
    ReadyToken.of(stack.issuer()).forEach(token -> out.println(token.export()));
    for (var example : Example.of(stack.url())) {
      out.println();
      out.println("# " + example.what());
      out.println(example.command());
    }
    out.println();
    stack.addresses().forEach((id, url) -> out.println(id + " on " + url));
    out.println("a chat to rate: " + stack.url() + Pages.ROOT + "demo");
    out.println("inbox and settings: " + stack.site() + "/admin");
    out.println("start page: " + stack.url() + Pages.ROOT);
    out.println("ready; Ctrl-C ends it");
    out.flush();
  }
}
