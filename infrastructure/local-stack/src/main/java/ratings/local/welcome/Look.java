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

/** What the stack's own pages have in common: their style, their script and their headers. */
record Look(Html style) {
  Look() {
    this(new Html(file("start.css")));
  }

  void send(HttpExchange exchange, Html page) throws IOException {
    send(exchange, "text/html", page.markup(), "'self'");
  }

  /** A page whose form may lead to another origin too, which a browser checks of a redirect. */
  void send(HttpExchange exchange, Html page, String origin) throws IOException {
    send(exchange, "text/html", page.markup(), "'self' " + origin);
  }

  void sendScript(HttpExchange exchange) throws IOException {
    send(exchange, "text/javascript", file("start.js"), "'self'");
  }

  /** Nothing from elsewhere, and no script but the page's own file; mails bring their style. */
  private void send(HttpExchange exchange, String type, String text, String forms)
      throws IOException {
    var headers = exchange.getResponseHeaders();
    headers.set(
        "content-security-policy",
        String.join(
            "; ",
            List.of(
                "default-src 'none'",
                "style-src 'sha256-" + sha256(style.markup()) + "'",
                "style-src-attr 'unsafe-inline'",
                "script-src 'self'",
                "connect-src 'self'",
                "img-src data:",
                "form-action " + forms,
                "base-uri 'none'",
                "frame-ancestors 'none'")));
    headers.set("x-content-type-options", "nosniff");
    headers.set("cache-control", "no-store");
    Pages.send(exchange, 200, type + "; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
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

  static String file(String name) {
    try (InputStream file = Look.class.getResourceAsStream(name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
