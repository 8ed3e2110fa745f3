package ratings.functions.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ratings.domain.score.Labels;
import ratings.http.Json;
import ratings.http.Requests;
import ratings.http.Response;

class SiteFunctionTest {
  private static final Path WRITTEN =
      Path.of("src/main/resources/ratings/functions/site/widget/ratings.js");
  private static final int FIVE_KIBIBYTES = 5 * 1024;

  private final SiteFunction function = new SiteFunction();

  @Test
  void f10TheWidgetIsServedAsWrittenInAtMostFiveKibibytes() throws IOException {
    var served = script("ratings.js", "gzip, br");
    var bytes = Base64.getDecoder().decode(served.body());

    assertThat(served.headers())
        .containsEntry("content-encoding", "gzip")
        .containsEntry("content-type", "text/javascript; charset=utf-8")
        .containsEntry("access-control-allow-origin", "*")
        .containsEntry("x-content-type-options", "nosniff");
    assertThat(bytes).hasSizeLessThanOrEqualTo(FIVE_KIBIBYTES);
    try (var gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      assertThat(gzip.readAllBytes()).isEqualTo(Files.readAllBytes(WRITTEN));
    }
  }

  @Test
  void whoDoesNotTakeGzipGetsItPlain() throws IOException {
    var served = script("ratings.js", "identity");

    assertThat(served.binary()).isFalse();
    assertThat(served.body()).isEqualTo(Files.readString(WRITTEN));
    assertThat(served.headers()).doesNotContainKey("content-encoding");
  }

  @Test
  void theFingerprintedUrlIsCachedForEverAndNoOtherIsThere() throws IOException {
    var named = script("ratings." + sha("SHA-256").substring(0, 12) + ".js", "gzip");

    assertThat(named.headers().get("cache-control")).contains("immutable");
    assertThat(script("ratings.js", "gzip").headers().get("cache-control"))
        .isEqualTo("public, max-age=300");
    assertThat(script("ratings.0123456789ab.js", "gzip").status()).isEqualTo(404);
  }

  @Test
  void whoHasItAlreadyIsSparedTheBody() {
    var tag = script("ratings.js", "gzip").headers().get("etag");
    var again =
        Requests.to("GET /widget/{file}")
            .parameter("file", "ratings.js")
            .header("if-none-match", tag)
            .sentTo(function);

    assertThat(again.status()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @Test
  void theTemplatesOutputNamesThisVersionAndItsHash() throws IOException {
    var outputs = Files.readString(Path.of("../template.yaml"));
    var hash = Base64.getEncoder().encodeToString(digest("SHA-384"));

    assertThat(outputs)
        .contains("/widget/ratings." + sha("SHA-256").substring(0, 12) + ".js\"")
        .contains("integrity=\"sha384-" + hash + "\"");
  }

  @Test
  void everyLanguageOfTheScoresHasTheWidgetsTexts() throws IOException, Json.Malformed {
    var script = Files.readString(WRITTEN);
    var english = script.substring(script.indexOf("ENGLISH = {"), script.indexOf("let session"));
    var names =
        Pattern.compile("(?:^|\\s)'?([a-z-]+)'?: '", Pattern.MULTILINE)
            .matcher(english)
            .results()
            .map(MatchResult::group)
            .map(it -> it.replaceAll("[^a-z-]", ""))
            .toList();
    assertThat(names).hasSize(14);
    for (var language : List.of("de", "fr", "ar", "ja", "zh", "ur")) {
      assertThat(Labels.find(language)).isPresent();
    }
    try (var files = Files.list(WRITTEN.resolveSibling("texts"))) {
      for (var file : files.toList()) {
        var texts = (Map<?, ?>) Json.read(text(file.getFileName().toString()).body());
        assertThat(new TreeSet<>(texts.keySet()).toString())
            .as(file.toString())
            .isEqualTo(new TreeSet<>(names).toString());
        assertThat(texts.values()).noneMatch(it -> it.toString().isBlank());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"de-AT.json, de", "pt-BR.json, pt", "nn.json, nb", "no.json, nb"})
  void aCountrysTextsAreItsLanguages(String file, String language) {
    assertThat(text(file).body()).isEqualTo(text(language + ".json").body()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en.json", "xx.json", "..", "../ratings.js", "", "ratings.js"})
  void whatIsNotThereIs404(String file) {
    assertThat(text(file).status()).isEqualTo(404);
  }

  private Response script(String file, String encodings) {
    return Requests.to("GET /widget/{file}")
        .parameter("file", file)
        .header("accept-encoding", encodings)
        .sentTo(function);
  }

  private Response text(String file) {
    return Requests.to("GET /widget/texts/{file}").parameter("file", file).sentTo(function);
  }

  private static String sha(String algorithm) throws IOException {
    return HexFormat.of().formatHex(digest(algorithm));
  }

  private static byte[] digest(String algorithm) throws IOException {
    try {
      return MessageDigest.getInstance(algorithm).digest(Files.readAllBytes(WRITTEN));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
