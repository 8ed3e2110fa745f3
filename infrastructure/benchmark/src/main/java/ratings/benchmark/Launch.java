package ratings.benchmark;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How JVMs are started: as Lambda starts them, each pinned to one core where the system can.
 *
 * @param task where the artifact is unpacked, the working directory
 * @param runtime the jars of Lambda's Java runtime, the class path
 * @param dynamo where the functions find DynamoDB
 * @param s3 where they find S3
 */
record Launch(Path task, Path runtime, URI dynamo, URI s3) {
  /** How Lambda starts an environment: for an event, or to make a snapshot first. */
  enum Initialization {
    ON_DEMAND("on-demand"),
    SNAP_START("snap-start");

    private final String code;

    Initialization(String code) {
      this.code = code;
    }
  }

  private static final String CORE = "0";
  private static final Path TASKSET = Path.of("/usr/bin/taskset");

  /** A JVM that runs a handler behind the real runtime interface client. */
  ProcessBuilder function(Class<?> handler, String runtimeApi, Initialization initialization)
      throws IOException {
    var builder =
        java(
            List.of(
                "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac",
                "-cp",
                jars(),
                "com.amazonaws.services.lambda.runtime.api.client.AWSLambda",
                handler.getName()));
    builder
        .environment()
        .putAll(
            Map.of(
                "AWS_LAMBDA_RUNTIME_API",
                runtimeApi,
                "AWS_LAMBDA_INITIALIZATION_TYPE",
                initialization.code,
                "_HANDLER",
                handler.getName()));
    return builder;
  }

  /**
   * A JVM that runs a main class out of the same directory.
   *
   * @param options of the JVM, which win over those that it has anyway
   */
  ProcessBuilder main(Class<?> main, List<String> options, List<String> arguments)
      throws IOException {
    var command = new ArrayList<>(options);
    command.addAll(List.of("-cp", task + File.pathSeparator + jars()));
    command.add(main.getName());
    command.addAll(arguments);
    return java(command);
  }

  private ProcessBuilder java(List<String> arguments) {
    var command = new ArrayList<String>();
    if (Files.isExecutable(TASKSET)) {
      command.addAll(List.of(TASKSET.toString(), "-c", CORE));
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:+UseSerialGC");
    command.add("-XX:+TieredCompilation");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-Xmx870m");
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(arguments);
    var builder = new ProcessBuilder(command).directory(task.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment());
    return builder.redirectErrorStream(true);
  }

  private Map<String, String> environment() {
    return Map.ofEntries(
        Map.entry("AWS_REGION", "eu-central-1"),
        Map.entry("AWS_ACCESS_KEY_ID", "local"),
        Map.entry("AWS_SECRET_ACCESS_KEY", "local-secret"),
        Map.entry("AWS_SESSION_TOKEN", "local-session"),
        Map.entry("AWS_EXECUTION_ENV", "AWS_Lambda_java25"),
        Map.entry("AWS_LAMBDA_FUNCTION_NAME", "benchmark"),
        Map.entry("AWS_LAMBDA_FUNCTION_VERSION", "1"),
        Map.entry("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024"),
        Map.entry("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/benchmark"),
        Map.entry("AWS_LAMBDA_LOG_STREAM_NAME", "benchmark"),
        Map.entry("AWS_ENDPOINT_URL_DYNAMODB", dynamo.toString()),
        Map.entry("AWS_ENDPOINT_URL_S3", s3.toString()),
        Map.entry("EXPORT_BUCKET", Sample.BUCKET),
        Map.entry("LAMBDA_TASK_ROOT", task.toString()),
        Map.entry("LANG", "en_US.UTF-8"),
        Map.entry("TZ", ":UTC"),
        Map.entry("RATINGS_TABLE", Sample.TABLE),
        Map.entry("VAULT_TABLE", "VaultTable"),
        Map.entry("WORKSPACE", Sample.WORKSPACE),
        Map.entry("WORKSPACE_CLAIM", "workspace"),
        Map.entry("TEAMMATE_CLAIM", "teammate"));
  }

  private String jars() throws IOException {
    try (var jars = Files.list(runtime)) {
      return jars.map(Path::toString).sorted().collect(Collectors.joining(File.pathSeparator));
    }
  }
}
