package ratings.local.lambda;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

/** A function that does what its event says, in a JVM of its own. */
public final class ProbeFunction {
  private int calls;

  public ProbeFunction() {
    if (System.getenv("BROKEN") != null) {
      throw new IllegalStateException("broken from the start");
    }
  }

  public void handle(InputStream event, OutputStream answer)
      throws IOException, InterruptedException {
    calls++;
    String command = new String(event.readAllBytes(), StandardCharsets.UTF_8).replace("\"", "");
    String text =
        switch (command) {
          case "hang" -> {
            new CountDownLatch(1).await();
            yield "";
          }
          case "exit" -> {
            Runtime.getRuntime().halt(7);
            yield "";
          }
          case "throw" -> throw new IllegalArgumentException("as you wish");
          case "print" -> {
            System.out.println("a line from inside");
            yield "";
          }
          case "calls" -> Integer.toString(calls);
          case "process" -> Long.toString(ProcessHandle.current().pid());
          case "much" -> "x".repeat(6_291_554);
          case "too much" -> "x".repeat(6_291_555);
          case "libraries" -> libraries();
          case "environment" -> String.join(",", System.getenv().keySet());
          default -> System.getenv().getOrDefault(command, "-");
        };
    answer.write(("\"" + text + "\"").getBytes(StandardCharsets.UTF_8));
  }

  /** The native libraries that this process has loaded, as Linux tells. */
  private static String libraries() throws IOException {
    try (var maps = Files.lines(Path.of("/proc/self/maps"))) {
      return maps.filter(line -> line.endsWith(".so"))
          .map(line -> line.substring(line.lastIndexOf(' ') + 1))
          .distinct()
          .collect(Collectors.joining(","));
    }
  }
}
