package ratings.functions;

import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/**
 * What Lambda keeps of a run: what it logs and prints, and the exception that it ends with. While
 * it runs no other test may look at what is printed.
 */
public final class Said {
  /** What no line may hold (P25). */
  public static final String CANARY = "canary";

  private Said() {}

  /** A run that logs where it is told to. */
  public interface Logging {
    void run(Run context) throws Exception;
  }

  /** All that a run says. */
  public static String by(Logging run) {
    var log = new ArrayList<String>();
    var printed = new ByteArrayOutputStream();
    var out = System.out;
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      var end = trace(() -> run.run(new Run(log, 60_000)));
      return log + printed.toString(StandardCharsets.UTF_8) + end;
    } finally {
      System.setOut(out);
    }
  }

  private static String trace(ThrowingCallable run) {
    var trace = new StringWriter();
    Optional.ofNullable(catchThrowable(run))
        .ifPresent(failure -> failure.printStackTrace(new PrintWriter(trace)));
    return trace.toString();
  }
}
