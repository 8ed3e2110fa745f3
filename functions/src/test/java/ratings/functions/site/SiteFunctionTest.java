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
import java.util.Map;
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
            .header("accept-encoding", "gzip")
            .header("if-none-match", tag)
            .sentTo(function);

    assertThat(again.status()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(script("ratings.js", "identity").headers().get("etag")).isNotEqualTo(tag);
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
    var english = texts("en").keySet();
    assertThat(english).allSatisfy(name -> assertThat(script).contains(said(name)));
    assertThat(Labels.languages()).hasSizeGreaterThanOrEqualTo(20);
    for (var language : Labels.languages()) {
      assertThat(texts(language).keySet()).as(language).isEqualTo(english);
      assertThat(texts(language).values()).noneMatch(it -> it.toString().isBlank());
    }
  }

  /** What the API calls a problem is looked up by that name. */
  private static String said(Object name) {
    return name.toString().contains("-") ? "say[problem.code]" : "say." + name;
  }

  private Map<?, ?> texts(String language) throws Json.Malformed {
    return (Map<?, ?>) Json.read(text(language + ".json").body());
  }

  @ParameterizedTest
  @CsvSource({"de-AT.json, de", "pt-BR.json, pt", "nn.json, nb", "no.json, nb", "hu.json, en"})
  void aCountrysTextsAreItsLanguages(String file, String language) {
    assertThat(text(file).body()).isEqualTo(text(language + ".json").body()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", "../ratings.js", "", "ratings.js", "de"})
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
