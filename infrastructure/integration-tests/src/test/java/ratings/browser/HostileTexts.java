package ratings.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Two hundred texts that want to run. */
final class HostileTexts {
  private static final Path FILE =
      Path.of(
          System.getProperty("repository"),
          "functions/src/test/resources/ratings/http/payloads.txt");

  private HostileTexts() {}

  static List<String> all() {
    try {
      var texts = Files.readAllLines(FILE);
      assertThat(texts).hasSize(200);
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All of them, so many in one text. */
  static List<String> by(int number) {
    var all = all();
    return IntStream.range(0, all.size() / number)
        .mapToObj(i -> String.join(" ", all.subList(i * number, (i + 1) * number)))
        .toList();
  }
}
