package ratings.local.lambda;

import java.net.URI;
import java.nio.file.Path;

/** Lambda's runtime interface client, as the build has put it beside our own classes. */
final class RuntimeClient {
  static final String MAIN_CLASS = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

  private static final String LIBRARY =
      "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

  private RuntimeClient() {}

  /** Its jars. */
  static String classPath() {
    return folder().resolve("*").toString();
  }

  /**
   * The option that names its native library, as Lambda's own start script does. Without it, each
   * process unpacks the library into one and the same file of this machine and loads it from there:
   * of several that start at once some die, for the file changes while they load it.
   */
  static String nativeLibrary() {
    boolean arm = System.getProperty("os.arch").equals("aarch64");
    String name = "libaws-lambda-jni.linux-" + (arm ? "aarch_64" : "x86_64") + ".so";
    return "-D" + LIBRARY + "=" + folder().resolve("jni").resolve(name);
  }

  private static Path folder() {
    var source = RuntimeClient.class.getProtectionDomain().getCodeSource().getLocation();
    return Path.of(URI.create(source.toString())).resolveSibling("lambda-runtime");
  }
}
