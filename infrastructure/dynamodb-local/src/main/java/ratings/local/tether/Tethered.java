package ratings.local.tether;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Where a child JVM starts: another main class, tied to the life of the process that started this
 * one. Nobody writes to standard input; its end means that the parent is gone, however it went.
 */
public final class Tethered {
  private Tethered() {}

  /** What a child's class path must hold besides its own: this class. */
  public static Path classPath() {
    var source = Tethered.class.getProtectionDomain().getCodeSource().getLocation();
    return Path.of(URI.create(source.toString()));
  }

  /** Runs the main class named first with the arguments after it. */
  public static void main(String[] arguments) throws ReflectiveOperationException {
    Thread.ofPlatform().daemon().name("tether").start(Tethered::awaitParentsEnd);
    Object rest = Arrays.copyOfRange(arguments, 1, arguments.length);
    Class.forName(arguments[0]).getMethod("main", String[].class).invoke(null, rest);
  }

  private static void awaitParentsEnd() {
    try {
      System.in.transferTo(OutputStream.nullOutputStream());
      Runtime.getRuntime().halt(0);
    } catch (IOException e) {
      Runtime.getRuntime().halt(1);
    }
  }
}
