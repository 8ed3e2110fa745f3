package ratings.local.welcome;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import ratings.local.http.Pages;

/** The start page: what runs, what to try next, and what happened last. */
public final class StartPage {
  private static final String HTML = "text/html; charset=utf-8";
  private static final String SCRIPT = "text/javascript; charset=utf-8";

  private final Running running;
  private final Live live;
  private final Html style = new Html(file("start.css"));

  public StartPage(Running running) {
    this.running = running;
    this.live = new Live(running);
  }

  /** Serves the page, the part of it that changes, and its script. */
  public void addTo(Pages pages) {
    pages.add("", exchange -> send(exchange, HTML, page().markup()));
    pages.add("live", exchange -> send(exchange, HTML, live.html().markup()));
    pages.add("start.js", exchange -> send(exchange, SCRIPT, file("start.js")));
  }

  private Html page() {
    var declared = new Declared(running.template());
    return Html.of(
        file("start.html"),
        style,
        addresses(),
        examples(),
        tokens(),
        declared.routes(),
        live.html(),
        declared.tables(),
        declared.ignored());
  }

  private Html addresses() {
    return Html.all(
        running.addresses().entrySet().stream()
            .map(api -> Html.of("<p><code>%s</code> %s</p>", api.getValue(), api.getKey()))
            .toList());
  }

  private Html examples() {
    return Html.all(
        running.addresses().values().stream()
            .limit(1)
            .flatMap(api -> Example.of(api).stream())
            .map(it -> Html.of("<li><p>%s</p><pre>%s</pre></li>", it.what(), it.command()))
            .toList());
  }

  private Html tokens() {
    return Html.all(
        ReadyToken.of(running.issuer()).stream()
            .map(
                it ->
                    Html.of(
                        "<li><p><b>%s</b> %s</p><pre class=\"cut\">%s</pre></li>",
                        it.name(), it.use(), it.export()))
            .toList());
  }

  /** Nothing from elsewhere, and no script but the page's own file. */
  private void send(HttpExchange exchange, String type, String text) throws IOException {
    var headers = exchange.getResponseHeaders();
    headers.set(
        "content-security-policy",
        String.join(
            "; ",
            List.of(
                "default-src 'none'",
                "style-src 'sha256-" + sha256(style.markup()) + "'",
                "script-src 'self'",
                "connect-src 'self'",
                "img-src data:",
                "form-action 'self'",
                "base-uri 'none'",
                "frame-ancestors 'none'")));
    headers.set("x-content-type-options", "nosniff");
    headers.set("cache-control", "no-store");
    Pages.send(exchange, 200, type, text.getBytes(StandardCharsets.UTF_8));
  }

  private static String sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return Base64.getEncoder()
          .encodeToString(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String file(String name) {
    try (InputStream file = StartPage.class.getResourceAsStream(name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
