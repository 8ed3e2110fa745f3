package ratings.local;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import ratings.local.tether.Tethered;

/**
 * Has the sample data loaded, in a process and on a class path of its own, while the stack already
 * answers. That process gives way to the functions, for somebody waits for those; it says when it
 * is done, and ends with this one at the latest.
 */
final class SampleData {
  private static final String LOADER = "ratings.sample.LoadSampleData";
  private static final String TABLE = "RatingsTable";

  private SampleData() {}

  /**
   * Begins to load.
   *
   * @param classPathFile what the loader needs besides its own classes, which lie beside the file
   * @param days how many there are of it
   */
  static void load(Stack stack, Path classPathFile, String days) throws IOException {
    String classPath =
        String.join(
            File.pathSeparator,
            classPathFile.resolveSibling("classes").toString(),
            Files.readString(classPathFile).strip(),
            Tethered.classPath().toString());
    var builder =
        new ProcessBuilder(
                List.of(
                    "nice",
                    "-n",
                    "19",
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "--enable-native-access=ALL-UNNAMED",
                    "-cp",
                    classPath,
                    Tethered.class.getName(),
                    LOADER,
                    TABLE,
                    days))
            .redirectOutput(Redirect.INHERIT)
            .redirectError(Redirect.INHERIT);
    var account = stack.account();
    builder.environment().putAll(stack.endpoints());
    builder.environment().put("AWS_REGION", account.region());
    builder.environment().put("AWS_ACCESS_KEY_ID", account.accessKeyId());
    builder.environment().put("AWS_SECRET_ACCESS_KEY", account.secretAccessKey());
    builder.start();
  }
}
