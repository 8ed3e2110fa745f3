package ratings.local.welcome;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import ratings.local.http.Pages;

/**
 * A page with a small chat that is rated by the widget: {@code /_local/demo}, with {@code
 * ?widget=beta} for another widget than the usual one and {@code &language=ar} for another
 * language. Its policy is the strictest that the widget runs under.
 */
public final class DemoPage {
  private static final String USUAL = "docs-bot";
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9-]{1,64}");

  private final URI api;
  private final URI site;

  public DemoPage(URI api, URI site) {
    this.api = api;
    this.site = site;
  }

  public void addTo(Pages pages) {
    pages.add("demo", exchange -> send(exchange, "text/html", page(exchange).markup()));
    pages.add("demo.js", exchange -> send(exchange, "text/javascript", Look.file("demo.js")));
    pages.add("demo.css", exchange -> send(exchange, "text/css", Look.file("demo.css")));
  }

  private Html page(HttpExchange exchange) {
    return Html.of(
        Look.file("demo.html"),
        asked(exchange, "language").orElse("en"),
        site,
        api,
        asked(exchange, "widget").orElse(USUAL));
  }

  private static Optional<String> asked(HttpExchange exchange, String name) {
    return Optional.ofNullable(exchange.getRequestURI().getQuery()).stream()
        .flatMap(query -> Pattern.compile("&").splitAsStream(query))
        .filter(field -> field.startsWith(name + "="))
        .map(field -> field.substring(name.length() + 1))
        .filter(value -> WORD.matcher(value).matches())
        .findFirst();
  }

  private void send(HttpExchange exchange, String type, String text) throws IOException {
    var policy =
        "default-src 'none'; script-src 'self' %s; connect-src 'self' %s; style-src 'self';"
            + " img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
            + " require-trusted-types-for 'script'; trusted-types 'none'";
    Map.of(
            "content-security-policy",
            policy.replace("%s", site.toString()),
            "x-content-type-options",
            "nosniff",
            "cache-control",
            "no-store")
        .forEach(exchange.getResponseHeaders()::set);
    Pages.send(exchange, 200, type + "; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
  }
}
