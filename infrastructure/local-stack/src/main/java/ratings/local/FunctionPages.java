package ratings.local;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import ratings.local.http.Pages;
import ratings.local.lambda.Functions;
import ratings.local.lambda.Outcome;

/** {@code POST /_local/invoke/{Function}}: runs a function on the posted event. */
final class FunctionPages {
  private static final String INVOKE = "invoke/";

  private final Functions functions;

  FunctionPages(Functions functions) {
    this.functions = functions;
  }

  void addTo(Pages pages) {
    pages.add(INVOKE, this::invoke);
  }

  private void invoke(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String id = path.substring(Pages.ROOT.length() + INVOKE.length());
    if (!exchange.getRequestMethod().equals("POST")) {
      Pages.send(exchange, 405, "POST an event\n");
      return;
    }
    if (!functions.ids().contains(id)) {
      Pages.send(exchange, 404, "there is no function " + id + "\n");
      return;
    }
    try {
      var outcome = functions.invoke(id, exchange.getRequestBody().readAllBytes());
      if (outcome instanceof Outcome.Failed) {
        exchange.getResponseHeaders().set("x-amz-function-error", "Unhandled");
      }
      Pages.send(exchange, 200, "application/json", outcome.payload());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
