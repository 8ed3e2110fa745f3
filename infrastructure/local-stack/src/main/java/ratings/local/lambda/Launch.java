package ratings.local.lambda;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ratings.local.account.Account;
import ratings.local.template.FunctionResource;
import ratings.local.tether.Tethered;

/**
 * The command and the environment of a function's JVM, as on Lambda.
 *
 * @param code its classes
 * @param endpoints variables that point the SDK at this machine, {@code AWS_ENDPOINT_URL_S3} and so
 *     on
 */
record Launch(
    FunctionResource function,
    CodeSource.Code code,
    Account account,
    Map<String, String> endpoints) {
  private static final String JVM_OPTIONS = "JAVA_TOOL_OPTIONS";
  private static final int HEAP_PERCENT = 85;

  ProcessBuilder process(String runtimeApi) {
    var builder = new ProcessBuilder(command()).directory(code.directory().toFile());
    builder.environment().clear();
    builder.environment().putAll(environment(runtimeApi));
    return builder;
  }

  String arn() {
    return account.arn("lambda", "function:" + function.id());
  }

  List<String> command() {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:+UseSerialGC");
    command.add("-XX:+TieredCompilation");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-Xmx" + function.memoryMegabytes() * HEAP_PERCENT / 100 + "m");
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add(RuntimeClient.nativeLibrary());
    command.addAll(ownOptions());
    command.add("-cp");
    command.add(classPath());
    command.add(Tethered.class.getName());
    command.add(RuntimeClient.MAIN_CLASS);
    command.add(function.handler());
    return command;
  }

  /** The template's variables, and those that Lambda sets; nothing of this process's own. */
  Map<String, String> environment(String runtimeApi) {
    var environment = new TreeMap<String, String>();
    environment.put("AWS_REGION", account.region());
    environment.put("AWS_DEFAULT_REGION", account.region());
    environment.put("AWS_ACCESS_KEY_ID", account.accessKeyId());
    environment.put("AWS_SECRET_ACCESS_KEY", account.secretAccessKey());
    environment.put("AWS_EXECUTION_ENV", "AWS_Lambda_java25");
    environment.put("AWS_LAMBDA_FUNCTION_NAME", function.id());
    environment.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
    environment.put(
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(function.memoryMegabytes()));
    environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
    environment.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + function.id());
    environment.put("AWS_LAMBDA_LOG_STREAM_NAME", "local");
    environment.put("AWS_LAMBDA_RUNTIME_API", runtimeApi);
    environment.put("_HANDLER", function.handler());
    environment.put("LAMBDA_TASK_ROOT", code.directory().toString());
    environment.put("LANG", "en_US.UTF-8");
    environment.put("TZ", ":UTC");
    environment.putAll(endpoints);
    environment.putAll(function.environment());
    environment.remove(JVM_OPTIONS);
    return environment;
  }

  /**
   * Moved from the variable to the end of the command, where they win and nobody announces them.
   */
  private List<String> ownOptions() {
    String options = function.environment().getOrDefault(JVM_OPTIONS, "").strip();
    return options.isEmpty() ? List.of() : List.of(options.split("\\s+", -1));
  }

  private String classPath() {
    return String.join(
        File.pathSeparator,
        String.join(File.pathSeparator, code.classPath()),
        RuntimeClient.classPath(),
        Tethered.classPath().toString());
  }
}
