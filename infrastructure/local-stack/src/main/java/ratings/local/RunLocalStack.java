package ratings.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import ratings.local.lambda.CodeSource;
import ratings.local.template.TemplateException;

/** What {@code mvn -Plocal} runs: the stack on a fixed port until Ctrl-C. */
public final class RunLocalStack {
  private RunLocalStack() {}

  /**
   * Runs until it is ended.
   *
   * @param arguments the template's path; the port; a file that says why it did not start, for a
   *     build that cannot read our exit code without printing a stack trace; the file with the
   *     functions' class path; whether to load sample data; the file with its class path; of how
   *     many days; whether every change of a rating is told, which all of the sample data would be
   */
  public static void main(String[] arguments) throws InterruptedException, IOException {
    ProcessHandle.current().parent().ifPresent(RunLocalStack::endWith);
    var template = Path.of(arguments[0]);
    var failure = Path.of(arguments[2]);
    Files.deleteIfExists(failure);
    try {
      int port = Integer.parseInt(arguments[1]);
      var stack =
          Stack.start(
              new Settings(
                  template,
                  port,
                  Map.of("RatingEvents", arguments[7]),
                  code(arguments[3]),
                  failure.resolveSibling("outbox"),
                  Optional.empty(),
                  System.out::println));
      new Greeting(stack).print(System.out);
      if (Boolean.parseBoolean(arguments[4])) {
        SampleData.load(stack, Path.of(arguments[5]), arguments[6]);
      }
      Thread.currentThread().join();
    } catch (BindException e) {
      fail(failure, "port " + arguments[1] + " is in use; choose another with -Dport=");
    } catch (TemplateException | IllegalArgumentException e) {
      fail(failure, e.getMessage());
    } catch (IOException | UncheckedIOException | CompletionException e) {
      fail(failure, "the local stack did not start: " + e.getMessage());
    }
  }

  /** Classes as the build leaves them, so that nobody waits for the artifact. */
  private static CodeSource code(String classPathFile) throws IOException {
    var file = Path.of(classPathFile);
    var classes = file.resolveSibling("classes");
    var classPath = List.of(classes.toString(), Files.readString(file).strip());
    return function -> new CodeSource.Code(classes, classPath);
  }

  private static void endWith(ProcessHandle parent) {
    Thread.ofPlatform()
        .daemon()
        .name("end with Maven")
        .start(
            () -> {
              parent.onExit().join();
              Runtime.getRuntime().exit(0);
            });
  }

  private static void fail(Path failure, String line) throws IOException {
    System.err.println(line);
    Files.writeString(failure, line);
    Runtime.getRuntime().exit(1);
  }
}
