package ratings.local.lambda;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** What a function prints, line by line, behind its name. */
final class FunctionLog {
  private final String prefix;
  private final Consumer<String> lines;

  FunctionLog(String function, Consumer<String> lines) {
    this.prefix = function + " | ";
    this.lines = lines;
  }

  void print(String line) {
    lines.accept(prefix + line);
  }

  /**
   * Prints from a thread of its own until the stream ends. It is no virtual thread: reading a pipe
   * holds on to the thread that carries it, and as many silent functions as processors would stop
   * everything else.
   */
  void follow(InputStream output) {
    Thread.ofPlatform().daemon().name(prefix).start(() -> copy(output));
  }

  private void copy(InputStream output) {
    try (var reader = new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8))) {
      reader.lines().forEach(this::print);
    } catch (IOException | UncheckedIOException e) {
      print("(its output ended: " + e.getMessage() + ")");
    }
  }
}
