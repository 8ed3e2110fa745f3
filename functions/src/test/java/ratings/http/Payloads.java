package ratings.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Texts that would run, or break out of where they stand, if they were not escaped. They are a file
 * because the browser tests read them too.
 */
public final class Payloads {
  private Payloads() {}

  /** Two hundred of them. */
  public static List<String> all() {
    try (var file = Payloads.class.getResourceAsStream("payloads.txt")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
