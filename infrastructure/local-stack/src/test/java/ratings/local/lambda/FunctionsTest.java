package ratings.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import ratings.local.account.Account;
import ratings.local.template.FunctionResource;

@Timeout(60)
class FunctionsTest {
  private final LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final Functions functions =
      new Functions(
          List.of(
              function("Probe", 30, Map.of("COLOUR", "red")),
              function("Hasty", 1, Map.of()),
              function("Broken", 30, Map.of("BROKEN", "1"))),
          function -> new CodeSource.Code(classes(), List.of(classes().toString())),
          Account.local(),
          Map.of("AWS_ENDPOINT_URL_S3", "http://127.0.0.1:9"),
          lines::add);

  @AfterEach
  void close() {
    functions.close();
  }

  @Test
  void aFunctionSeesItsOwnEnvironmentAndNoneOfOurs() {
    assertThat(answer("COLOUR")).isEqualTo("red");
    assertThat(answer("AWS_ENDPOINT_URL_S3")).isEqualTo("http://127.0.0.1:9");
    assertThat(answer("AWS_REGION")).isEqualTo("eu-central-1");
    assertThat(answer("_HANDLER")).endsWith("::handle");
    assertThat(answer("environment")).doesNotContain("PATH", "HOME", "MAVEN");
  }

  @Test
  void aProcessIsKeptAndSoIsItsState() {
    assertThat(answer("calls")).isEqualTo("1");
    assertThat(answer("calls")).isEqualTo("2");
  }

  @Test
  void noProcessLoadsALibraryThatAnotherMightWrite() {
    assertThat(answer("libraries").split(",", -1))
        .filteredOn(library -> library.contains("aws-lambda-jni"))
        .hasSize(1)
        .allMatch(library -> library.contains("/lambda-runtime/jni/"));
  }

  @Test
  void whatItPrintsIsShownBehindItsName() throws InterruptedException {
    answer("print");

    assertThat(lines.poll(10, TimeUnit.SECONDS)).isEqualTo("Probe | a line from inside");
  }

  @Test
  void anExceptionIsAFunctionErrorAndTheProcessGoesOn() {
    String process = answer("process");

    var failed = failure("Probe", "throw");

    assertThat(failed.type()).isEqualTo("java.lang.IllegalArgumentException");
    assertThat(failed.message()).isEqualTo("as you wish");
    assertThat(answer("process")).isEqualTo(process);
  }

  @Test
  void anAnswerOverLambdasLimitIsAFunctionError() {
    assertThat(answer("much")).hasSize(6_291_554);

    assertThat(failure("Probe", "too much").type()).isEqualTo("Function.ResponseSizeTooLarge");
    assertThat(answer("calls")).isEqualTo("3");
  }

  @Test
  void atItsTimeoutItIsKilledAndTheNextCallHasAFreshProcess() {
    long process = Long.parseLong(answer("Hasty", "process"));

    var failed = failure("Hasty", "hang");

    assertThat(failed.type()).isEqualTo("Sandbox.Timedout");
    assertThat(failed.message()).endsWith("Task timed out after 1.00 seconds");
    assertEnded(process);
    assertThat(answer("Hasty", "calls")).isEqualTo("1");
  }

  @Test
  void aCrashFailsTheCallAndTheNextOneHasAFreshProcess() {
    answer("calls");

    var failed = failure("Probe", "exit");

    assertThat(failed.type()).isEqualTo("Runtime.ExitError");
    assertThat(failed.message()).contains("exit status 7");
    assertThat(answer("calls")).isEqualTo("1");
  }

  @Test
  void aFunctionThatCannotStartFailsItsCallers() {
    assertThat(failure("Broken", "calls").message()).isNotBlank();
  }

  @Test
  void callsThatOverlapHaveProcessesOfTheirOwn() {
    var hanging = CompletableFuture.supplyAsync(() -> failure("Hasty", "hang"));

    assertThat(answer("Hasty", "calls")).isEqualTo("1");
    assertThat(hanging.join().type()).isEqualTo("Sandbox.Timedout");
  }

  @Test
  void nothingSurvivesTheStack() {
    long process = Long.parseLong(answer("process"));

    functions.close();

    assertEnded(process);
  }

  private static void assertEnded(long process) {
    ProcessHandle.of(process)
        .ifPresent(
            it ->
                assertThat(it.onExit().orTimeout(10, TimeUnit.SECONDS))
                    .succeedsWithin(Duration.ofSeconds(10)));
  }

  private String answer(String command) {
    return answer("Probe", command);
  }

  private String answer(String function, String command) {
    return switch (invoke(function, command)) {
      case Outcome.Answered(byte[] payload) ->
          new String(payload, StandardCharsets.UTF_8).replace("\"", "");
      case Outcome.Failed failed -> throw new AssertionError(failed.message());
    };
  }

  private Outcome.Failed failure(String function, String command) {
    return switch (invoke(function, command)) {
      case Outcome.Answered answered -> throw new AssertionError("it answered");
      case Outcome.Failed failed -> failed;
    };
  }

  private Outcome invoke(String function, String command) {
    try {
      return functions.invoke(function, ("\"" + command + "\"").getBytes(StandardCharsets.UTF_8));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static FunctionResource function(
      String id, int timeoutSeconds, Map<String, String> environment) {
    String handler = ProbeFunction.class.getName() + "::handle";
    return new FunctionResource(id, handler, "-", timeoutSeconds, 128, environment, List.of());
  }

  private static Path classes() {
    var source = ProbeFunction.class.getProtectionDomain().getCodeSource().getLocation();
    return Path.of(URI.create(source.toString()));
  }
}
