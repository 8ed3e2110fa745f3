package ratings;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The house's four rooms and the walls between them. */
class ArchitectureTest {
  private static final String LAMBDA = "com.amazonaws.services.lambda";
  private static final String SDK = "software.amazon.awssdk";
  private static final String CSV = "org.apache.commons.csv";
  private static final String TOKENS = "com.nimbusds";
  private static final String CHECKPOINTS = "org.crac";
  private static final Path MAIN = Path.of("src", "main", "java");

  private static final Walls WALLS = new Walls(JavaSource.under(MAIN));

  @Test
  void theDomainStandsOnJavaAlone() {
    assertThat(WALLS.leaving("ratings.domain", "java", "ratings.domain")).isEmpty();
  }

  @Test
  void onlyTheAdaptersKnowTheSdk() {
    assertThat(WALLS.trespassing(SDK, "ratings.aws")).isEmpty();
  }

  @Test
  void onlyFunctionsAndHttpKnowLambda() {
    assertThat(WALLS.trespassing(LAMBDA, "ratings.functions", "ratings.http")).isEmpty();
  }

  @Test
  void onlyTheExportKnowsHowCsvIsWritten() {
    assertThat(WALLS.trespassing(CSV, "ratings.functions.export")).isEmpty();
  }

  @Test
  void onlyTheFeedbackKnowsHowTokensAreSigned() {
    assertThat(WALLS.trespassing(TOKENS, "ratings.functions.feedback")).isEmpty();
  }

  @Test
  void theDomainKnowsOfNoCheckpoint() {
    assertThat(WALLS.trespassing(CHECKPOINTS, "ratings.aws", "ratings.http", "ratings.functions"))
        .isEmpty();
  }

  @Test
  void httpAndTheAdaptersDoNotKnowEachOther() {
    assertThat(WALLS.trespassing("ratings.aws", "ratings.aws", "ratings.functions")).isEmpty();
    assertThat(WALLS.trespassing("ratings.http", "ratings.http", "ratings.functions")).isEmpty();
  }

  @Test
  void nobodyLooksUpToTheFunctionsNorOneAtAnother() {
    assertThat(WALLS.trespassing("ratings.functions")).isEmpty();
  }

  @Test
  void onlyOneFileReadsTheEnvironment() {
    assertThat(WALLS.sources())
        .filteredOn(source -> source.code().contains("getenv"))
        .extracting(JavaSource::name)
        .containsExactly(Path.of("ratings", "aws", "Environment.java").toString());
  }

  @Test
  void everyFunctionBehindHttpIsPrimed() {
    assertThat(WALLS.sources())
        .filteredOn(source -> source.isIn("ratings.functions"))
        .noneMatch(source -> source.code().contains("implements HttpFunction"));
  }

  @ParameterizedTest
  @MethodSource("modules")
  void nothingGoesInACircle(Path module) {
    assertThat(new Walls(JavaSource.under(module.resolve(MAIN))).circular()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("modules")
  void everyPackageSaysWhatItIsFor(Path module) {
    assertThat(new Walls(JavaSource.under(module.resolve(MAIN))).unexplained()).isEmpty();
  }

  @Test
  void everyFunctionOfTheTemplateIsAClassOfItsNameAndTheOtherWayRound() throws IOException {
    var template = Files.readString(Path.of("..", "template.yaml"));
    var declared =
        Pattern.compile("(?m)^  (\\w+):\n    Type: AWS::Serverless::Function\n").matcher(template);
    var handlers = Pattern.compile("(?m)^ +Handler: (\\S+)$").matcher(template);
    var classes =
        WALLS.sources().stream()
            .filter(source -> source.isIn("ratings.functions"))
            .map(source -> source.inPackage() + "." + simpleName(source))
            .filter(name -> name.endsWith("Function"))
            .collect(toSet());

    assertThat(handlers.results().map(match -> match.group(1)))
        .containsExactlyInAnyOrderElementsOf(classes);
    assertThat(declared.results().map(match -> match.group(1)))
        .containsExactlyInAnyOrderElementsOf(
            classes.stream().map(name -> name.substring(name.lastIndexOf('.') + 1)).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import software.amazon.awssdk.core.SdkBytes;",
        "import static software.amazon.awssdk.core.SdkBytes.fromUtf8String;",
        "import software.amazon.awssdk.core.*;",
        "class X { software.amazon.awssdk.core.SdkBytes bytes; }",
      })
  void aUseInAnyFormIsSeen(String code) {
    var walls = new Walls(List.of(JavaSource.of("X", "package ratings.domain;\n\n" + code)));

    assertThat(walls.leaving("ratings.domain", "java"))
        .containsExactly("X uses software.amazon.awssdk.core");
    assertThat(walls.trespassing(SDK, "ratings.aws")).hasSize(1);
  }

  @Test
  void whatIsOnlySaidIsNoUse() {
    var said = "/** {@link ratings.aws.Keys} */ // ratings.aws.Keys\n";
    var source = JavaSource.of("X", "package ratings.http;\n" + said + "String s = \"java.io.X\";");

    assertThat(source.uses()).isEmpty();
  }

  @Test
  void aCircleAndAPackageWithoutWordsAreSeen() {
    var walls =
        new Walls(
            List.of(
                JavaSource.of("a/A", "package a;\n\nimport b.B;"),
                JavaSource.of("b/B", "package b;\n\nimport c.C;"),
                JavaSource.of("c/C", "package c;\n\nimport a.A;"),
                JavaSource.of("d/D", "package d;\n\nimport a.A;"),
                JavaSource.of("e/E", "package e;\n\nimport java.util.List;"),
                JavaSource.of("a/package-info.java", "/** Words. */\npackage a;")));

    assertThat(walls.circular()).containsExactly("a", "b", "c");
    assertThat(walls.unexplained()).containsExactly("b", "c", "d", "e");
  }

  private static Stream<Path> modules() throws IOException {
    try (var folders = Files.list(Path.of("..", "infrastructure"))) {
      return Stream.concat(
          Stream.of(Path.of("")),
          folders.filter(folder -> Files.isDirectory(folder.resolve(MAIN))).toList().stream());
    }
  }

  private static String simpleName(JavaSource source) {
    return Path.of(source.name()).getFileName().toString().replace(".java", "");
  }
}
