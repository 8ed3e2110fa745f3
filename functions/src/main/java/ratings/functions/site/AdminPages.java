package ratings.functions.site;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ratings.http.Html;
import ratings.http.Json;
import ratings.http.Problem;
import ratings.http.Request;
import ratings.http.Response;

/**
 * The pages for admins: one document, whatever the path, and the files that it is made of. Our
 * modules are served as one, everything else as it is written, both but for indentation and
 * comments, under names that have their fingerprint in them; the document's import map leads to
 * those from the names that modules call each other by.
 */
final class AdminPages {
  private static final String ROOT = "/admin/";
  private static final String FOLDER = "admin/";
  private static final String LIBRARIES = "lib/";

  private static final String APP = "app.js";
  private static final List<String> PLAIN = List.of("admin.css", "icon.svg", "preview.js");
  private static final List<String> MODULES =
      List.of(
          APP,
          "lib/lit-element/lit-element.js",
          "lib/lit-html/directive-helpers.js",
          "lib/lit-html/directive.js",
          "lib/lit-html/directives/live.js",
          "lib/lit-html/lit-html.js",
          "lib/reactive-element/css-tag.js",
          "lib/reactive-element/reactive-element.js");

  /** What a library is called where it is imported as a whole. */
  private static final Map<String, String> NAMES =
      Map.of(
          "lit", "lib/lit-element/lit-element.js",
          "lit-html", "lib/lit-html/lit-html.js",
          "@lit/reactive-element", "lib/reactive-element/reactive-element.js");

  private final Map<String, Asset> files = new LinkedHashMap<>();
  private final Map<String, String> named = new LinkedHashMap<>();
  private final String document = Asset.read(FOLDER + "index.html");
  private final Asset preview;
  private final String imports;

  AdminPages() {
    for (var path : Stream.concat(PLAIN.stream(), MODULES.stream()).toList()) {
      var asset = (path.equals(APP) ? app() : Asset.load(FOLDER + path)).lean();
      int dot = path.lastIndexOf('.');
      var name = path.substring(0, dot) + "." + asset.fingerprint() + path.substring(dot);
      files.put(name, asset);
      named.put(path, ROOT + name);
    }
    this.preview =
        filled(
            Asset.read(FOLDER + "preview.html"),
            Map.of("style", named.get("admin.css"), "script", named.get("preview.js")));
    this.imports = new String(Json.write(Map.of("imports", imports())), StandardCharsets.UTF_8);
  }

  private static Asset app() {
    var bundle = Bundle.of("app", name -> Asset.read(FOLDER + name));
    return Asset.of(bundle, "text/javascript; charset=utf-8");
  }

  private Map<String, String> imports() {
    var imports = new LinkedHashMap<String, String>();
    for (var module : MODULES) {
      imports.put(ROOT + module, named.get(module));
      if (module.startsWith(LIBRARIES)) {
        imports.put(module.substring(LIBRARIES.length()), named.get(module));
      }
    }
    NAMES.forEach((name, module) -> imports.put(name, named.get(module)));
    return imports;
  }

  /** A file, or the document on any path that no file could have. */
  Response answer(Request request) throws Problem.Refused {
    var path = request.parameter("proxy");
    if (files.containsKey(path)) {
      return files.get(path).response(request, Asset.FOR_EVER);
    }
    if (path.contains(".")) {
      throw SiteFunction.missing();
    }
    return path.equals("preview") ? preview(request) : document(request);
  }

  private Response document(Request request) throws Problem.Refused {
    var api = request.stageVariable("api");
    var issuer = request.stageVariable("issuer");
    var values =
        Map.of(
            "icon", named.get("icon.svg"),
            "style", named.get("admin.css"),
            "app", named.get("app.js"),
            "api", escaped(api),
            "issuer", escaped(issuer),
            "client", escaped(request.stageVariable("client")),
            "imports", imports,
            "preloads", preloads());
    var connected = Stream.of(api, issuer, request.stageVariable("signIn"));
    return filled(document, values)
        .response(request, "no-cache")
        .with("content-security-policy", policy(connected.map(AdminPages::origin).distinct()))
        .with("referrer-policy", "no-referrer")
        .with("cross-origin-opener-policy", "same-origin");
  }

  /** The widget, to be tried in a frame of ours, and nowhere else; it has no origin to store in. */
  private Response preview(Request request) throws Problem.Refused {
    return preview
        .response(request, "no-cache")
        .with(
            "content-security-policy",
            String.join(
                "; ",
                "default-src 'none'",
                "script-src 'self'",
                "connect-src 'self'",
                "style-src 'self'",
                "base-uri 'none'",
                "form-action 'none'",
                "frame-ancestors 'self'",
                "sandbox allow-scripts allow-forms",
                "require-trusted-types-for 'script'",
                "trusted-types 'none'"));
  }

  private static Asset filled(String template, Map<String, String> values) {
    var html = template;
    for (var value : values.entrySet()) {
      html = html.replace("{" + value.getKey() + "}", value.getValue());
    }
    return Asset.of(html, "text/html; charset=utf-8");
  }

  private String preloads() {
    return MODULES.stream()
        .map(module -> "<link rel=\"modulepreload\" href=\"" + named.get(module) + "\">\n")
        .collect(Collectors.joining());
  }

  /** Scripts of ours and the import map; requests to the API and to whoever signs people in. */
  private String policy(Stream<String> connected) {
    var map =
        Base64.getEncoder().encodeToString(Asset.sha256(imports.getBytes(StandardCharsets.UTF_8)));
    return String.join(
        "; ",
        "default-src 'none'",
        "script-src 'self' 'sha256-" + map + "'",
        "connect-src 'self' " + connected.collect(Collectors.joining(" ")),
        "style-src 'self'",
        "img-src 'self'",
        "frame-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types lit-html");
  }

  private static String origin(String url) {
    var uri = URI.create(url);
    return uri.getScheme() + "://" + uri.getAuthority();
  }

  private static String escaped(String value) {
    var out = new StringBuilder();
    Html.text(value).write(out);
    return out.toString();
  }
}
