package ratings.functions.page;

import static ratings.http.Html.element;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import ratings.http.Html;
import ratings.http.Response;

/** What every page has around it: head, style, and headers that let nothing else in. */
final class Sheet {
  private static final String STYLE = style();
  private static final Map<String, String> HEADERS =
      Map.of(
          "content-type", "text/html; charset=utf-8",
          "cache-control", "no-store",
          "content-security-policy",
              "default-src 'none'; style-src 'sha256-"
                  + digest(STYLE)
                  + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
          "referrer-policy", "no-referrer",
          "x-content-type-options", "nosniff",
          "x-robots-tag", "noindex");

  private Sheet() {}

  static Response response(int status, Wording wording, List<Html> content) {
    return new Response(status, HEADERS, Html.document(root(wording, content)));
  }

  private static Html root(Wording wording, List<Html> content) {
    var head =
        element(
            "head",
            element("meta").with("charset", "utf-8"),
            meta("viewport", "width=device-width, initial-scale=1"),
            meta("color-scheme", "light dark"),
            meta("robots", "noindex"),
            element("title", wording.say(Phrase.TITLE)),
            new Html.Style(STYLE));
    return element("html", head, element("body", element("main", content)))
        .with("lang", wording.language())
        .with("dir", Html.direction(wording.language()));
  }

  private static Html meta(String name, String content) {
    return element("meta").with("name", name).with("content", content);
  }

  private static String style() {
    try (var in = Sheet.class.getResourceAsStream("page.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String digest(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return Base64.getEncoder()
          .encodeToString(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
