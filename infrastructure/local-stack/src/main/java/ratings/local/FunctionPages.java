package ratings.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import ratings.local.http.Pages;
import ratings.local.lambda.Functions;
import ratings.local.lambda.Outcome;

/**
 * {@code POST /_local/invoke/{Function}} runs a function on the posted event and answers its
 * result; {@code POST /_local/schedules/{Function}} fires its schedules.
 */
final class FunctionPages {
  private final Functions functions;
  private final EventSources sources;

  FunctionPages(Functions functions, EventSources sources) {
    this.functions = functions;
    this.sources = sources;
  }

  void addTo(Pages pages) {
    pages.add("invoke/", forPosts(this::invoke));
    pages.add("schedules/", forPosts(this::fire));
  }

  private void invoke(HttpExchange exchange) throws IOException {
    try {
      byte[] event = exchange.getRequestBody().readAllBytes();
      var outcome = functions.invoke(functionId(exchange), event);
      if (outcome instanceof Outcome.Failed) {
        exchange.getResponseHeaders().set("x-amz-function-error", "Unhandled");
      }
      Pages.send(exchange, 200, "application/json", outcome.payload());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void fire(HttpExchange exchange) throws IOException {
    int fired = sources.fire(functionId(exchange));
    if (fired == 0) {
      Pages.send(exchange, 404, functionId(exchange) + " has no schedule\n");
      return;
    }
    if (isBrowser(exchange)) {
      exchange.getResponseHeaders().set("location", Pages.ROOT);
      Pages.send(exchange, 303, "fired " + fired + "\n");
      return;
    }
    Pages.send(exchange, 202, "fired " + fired + "\n");
  }

  private HttpHandler forPosts(HttpHandler page) {
    return exchange -> {
      if (!exchange.getRequestMethod().equals("POST")) {
        exchange.getResponseHeaders().set("allow", "POST");
        Pages.send(exchange, 405, "POST, please\n");
      } else if (!functions.ids().contains(functionId(exchange))) {
        Pages.send(exchange, 404, "there is no function " + functionId(exchange) + "\n");
      } else {
        page.handle(exchange);
      }
    };
  }

  /** A browser goes back to the start page, where its button is. */
  private static boolean isBrowser(HttpExchange exchange) {
    String accepted = exchange.getRequestHeaders().getFirst("Accept");
    return accepted != null && accepted.contains("text/html");
  }

  private static String functionId(HttpExchange exchange) {
    String path = exchange.getRequestURI().getPath();
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
