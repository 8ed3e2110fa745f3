package ratings.functions.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ratings.http.Json;
import ratings.http.Requests;
import ratings.http.Response;

class AdminPagesTest {
  private static final Path WRITTEN =
      Path.of("src/main/resources/ratings/functions/site/admin").toAbsolutePath();
  private static final int THIRTY_FIVE_KIBIBYTES = 35 * 1024;
  private static final Pattern IMPORT_MAP =
      Pattern.compile("(?s)<script type=\"importmap\">(.*?)<");
  private static final Pattern IMPORTED =
      Pattern.compile("(?:from|import) ?['\"]([@\\w./-]+)['\"]");

  private final SiteFunction function = new SiteFunction();

  @Test
  void f10AllInTheyAreAtMostThirtyFiveKibibytes() throws Json.Malformed {
    int size = bytes(compressed("")) + bytes(compressed("preview"));
    for (var url : urls()) {
      size += bytes(compressed(url));
    }
    System.out.println("The pages for admins are " + size + " bytes.");
    assertThat(size).isLessThanOrEqualTo(THIRTY_FIVE_KIBIBYTES);
  }

  @Test
  void everyFileThatIsWrittenIsServedAndKeptForEver() throws IOException, Json.Malformed {
    var served = new StringBuilder();
    for (var url : urls()) {
      served.append(get(url).body());
      assertThat(get(url).headers().get("cache-control")).contains("immutable");
    }
    try (var files = Files.list(WRITTEN)) {
      for (var file : files.toList()) {
        var name = file.getFileName().toString();
        var module = "const $" + name.replace('-', '_').replace(".js", " = (() => {");
        if (name.endsWith(".js") && !name.equals("preview.js")) {
          assertThat(served).contains(module);
        } else if (!name.endsWith(".html")) {
          assertThat(served).contains(String.join("\n", lean(file)));
        }
      }
    }
  }

  @Test
  void everyModuleFindsWhatItImports() throws Json.Malformed {
    var imports = imports();
    for (var url : urls()) {
      var importing = IMPORTED.matcher(url.endsWith(".js") ? get(url).body() : "");
      while (importing.find()) {
        var name = importing.group(1);
        var resolved =
            name.startsWith(".") ? Path.of("/admin/" + url).resolveSibling(name).normalize() : name;
        assertThat(imports).as(url).containsKey(resolved.toString());
      }
    }
  }

  @Test
  void thePolicyLetsTheImportMapRunAndNothingElseThatIsWrittenInThePage()
      throws NoSuchAlgorithmException {
    var page = get("");
    var map = IMPORT_MAP.matcher(page.body());
    assertThat(map.find()).isTrue();
    var hash =
        Base64.getEncoder()
            .encodeToString(
                MessageDigest.getInstance("SHA-256")
                    .digest(map.group(1).getBytes(StandardCharsets.UTF_8)));

    assertThat(page.headers().get("content-security-policy"))
        .startsWith("default-src 'none'; script-src 'self' 'sha256-" + hash + "'; ")
        .contains(
            "; connect-src 'self' https://api.example https://id.example https://in.example; ")
        .contains("frame-ancestors 'none'", "require-trusted-types-for 'script'")
        .doesNotContain("unsafe", "*");
    assertThat(page.body())
        .doesNotContain("<style", "style=", "onclick")
        .doesNotContainPattern("\\{[a-z]+}");
  }

  @Test
  void onlyAPageOfOursFramesThePreviewWhichHasNoOriginToStoreIn() {
    var preview = get("preview");

    assertThat(get("").headers().get("content-security-policy"))
        .contains("; frame-src 'self'; ", "; frame-ancestors 'none'; ");
    assertThat(preview.headers().get("content-security-policy"))
        .startsWith("default-src 'none'; script-src 'self'; connect-src 'self'; ")
        .contains(
            "; frame-ancestors 'self'; sandbox allow-scripts allow-forms; ",
            "; require-trusted-types-for 'script'; trusted-types 'none'")
        .doesNotContain("allow-same-origin", "unsafe", "*");
    assertThat(preview.body())
        .contains("src=\"/widget/ratings.js\"")
        .doesNotContain("<style", "style=", "onclick")
        .doesNotContainPattern("\\{[a-z]+}");
  }

  @Test
  void itsAddressesAreEscaped() {
    var page =
        Requests.to("GET /admin/{proxy+}")
            .parameter("proxy", "")
            .stage("api", "https://api.example")
            .stage("issuer", "https://id.example/a?b&c")
            .sentTo(function);

    assertThat(page.body()).contains("issuer=\"https://id.example/a?b&amp;c\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ratings", "signed-in", "a/b"})
  void everyPageIsTheSameDocumentAndAskedForAnew(String path) {
    assertThat(get(path).status()).isEqualTo(200);
    assertThat(get(path).body()).isEqualTo(get("").body());
    assertThat(get(path).headers())
        .containsEntry("cache-control", "no-cache")
        .containsEntry("content-type", "text/html; charset=utf-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"app.js", "../widget/ratings.js", "app.0123456789ab.js", "index.html"})
  void whatIsNotThereIs404(String path) {
    assertThat(get(path).status()).isEqualTo(404);
  }

  /** The lines that are more than an indentation or a comment. */
  private static List<String> lean(Path file) throws IOException {
    try (var lines = Files.lines(file)) {
      return lines
          .map(String::stripLeading)
          .filter(line -> !line.isEmpty() && !line.startsWith("//"))
          .filter(line -> !(line.startsWith("/*") && line.endsWith("*/")))
          .toList();
    }
  }

  private Set<String> urls() throws Json.Malformed {
    var urls = new TreeSet<String>();
    imports().values().forEach(url -> urls.add(url.substring("/admin/".length())));
    Pattern.compile("(?:href|src)=\"/admin/([^\"]+)\"")
        .matcher(get("").body() + get("preview").body())
        .results()
        .forEach(link -> urls.add(link.group(1)));
    return urls;
  }

  private Map<String, String> imports() throws Json.Malformed {
    var map = IMPORT_MAP.matcher(get("").body());
    assertThat(map.find()).isTrue();
    var imports = new TreeMap<String, String>();
    ((Map<?, ?>) ((Map<?, ?>) Json.read(map.group(1))).get("imports"))
        .forEach((name, url) -> imports.put(name.toString(), url.toString()));
    return imports;
  }

  private static int bytes(Response response) {
    return Base64.getDecoder().decode(response.body()).length;
  }

  private Response compressed(String path) {
    return to(path).header("accept-encoding", "gzip").sentTo(function);
  }

  private Response get(String path) {
    return to(path).sentTo(function);
  }

  private static Requests to(String path) {
    return Requests.to("GET /admin/{proxy+}")
        .parameter("proxy", path)
        .stage("api", "https://api.example")
        .stage("issuer", "https://id.example/pool")
        .stage("client", "conversation-ratings")
        .stage("signIn", "https://in.example");
  }
}
