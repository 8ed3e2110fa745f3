package ratings.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LONG;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the local stack does not run, and a deployment must have all the same. */
class DeployedTemplateTest {
  private static final Map<String, Object> TEMPLATE = read();

  /** The objects of one bucket, which have no names beforehand. */
  private static final Pattern OBJECTS = Pattern.compile("\\$\\{\\w+Bucket\\.Arn}/\\*");

  @ParameterizedTest
  @MethodSource("functions")
  void aFunctionEndsInTime(String function) {
    var timeout =
        Optional.ofNullable(properties(function).get("Timeout"))
            .orElseGet(() -> at(TEMPLATE, "Globals", "Function", "Timeout"));

    assertThat(timeout).asInstanceOf(LONG).isBetween(1L, 900L);
  }

  @ParameterizedTest
  @MethodSource("functions")
  void aFunctionsLogEndsToo(String function) {
    var group = at(properties(function), "LoggingConfig", "LogGroup");

    assertThat(group).isInstanceOf(Intrinsic.class);
    var log = resource(((Intrinsic) group).argument().toString());
    assertThat(log).containsEntry("Type", "AWS::Logs::LogGroup");
    assertThat(at(log, "Properties", "RetentionInDays")).isNotNull();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void aFunctionMayDoWhatIsNamedAndNothingElse(String function) {
    assertThat(wide(properties(function))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[AmazonDynamoDBFullAccess]",
        "[{ Statement: [{ Effect: Allow, Action: 'dynamodb:*', Resource: arn }] }]",
        "[{ Statement: [{ Effect: Allow, Action: [a:Get, '*'], Resource: arn }] }]",
        "[{ Statement: [{ Effect: Allow, Action: a:Get, Resource: '*' }] }]",
        "[{ Statement: [{ Effect: Allow, Action: a:Get, Resource: !Sub '${Table.Arn}/index/*' }]"
            + " }]",
        "[{ Statement: [{ Effect: Allow, NotAction: a:Get, Resource: arn }] }]",
      })
  void aWidePolicyIsSeen(String policies) {
    assertThat(wide(YamlTree.read("Policies: " + policies))).isNotEmpty();
  }

  private static Stream<String> functions() {
    return new TreeMap<>(map(TEMPLATE.get("Resources")))
        .entrySet().stream()
            .filter(it -> "AWS::Serverless::Function".equals(map(it.getValue()).get("Type")))
            .map(Map.Entry::getKey);
  }

  /** Statements that allow more than they name, and policies that are not ours. */
  private static List<Object> wide(Map<String, Object> function) {
    return list(function.getOrDefault("Policies", List.of())).stream()
        .flatMap(
            policy ->
                policy instanceof Map<?, ?> ours && ours.containsKey("Statement")
                    ? list(ours.get("Statement")).stream().filter(it -> isWide(map(it)))
                    : Stream.of(policy))
        .toList();
  }

  private static boolean isWide(Map<String, Object> statement) {
    return !statement.containsKey("Action")
        || !statement.containsKey("Resource")
        || statement.get("Action").toString().contains("*")
        || OBJECTS.matcher(statement.get("Resource").toString()).replaceAll("").contains("*");
  }

  private static Map<String, Object> properties(String function) {
    return map(resource(function).get("Properties"));
  }

  private static Map<String, Object> resource(String id) {
    return map(at(TEMPLATE, "Resources", id));
  }

  private static Object at(Map<String, Object> tree, String... path) {
    Object found = tree;
    for (String name : path) {
      found = map(found).get(name);
    }
    return found;
  }

  private static Map<String, Object> map(Object tree) {
    var map = new TreeMap<String, Object>();
    if (tree instanceof Map<?, ?> some) {
      some.forEach((name, value) -> map.put(name.toString(), value));
    }
    return map;
  }

  private static List<?> list(Object tree) {
    return tree instanceof List<?> list ? list : List.of(tree);
  }

  private static Map<String, Object> read() {
    try {
      return YamlTree.read(Files.readString(Path.of("..", "..", "template.yaml")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
