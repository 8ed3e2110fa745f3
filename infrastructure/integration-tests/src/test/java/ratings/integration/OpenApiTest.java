package ratings.integration;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import ratings.domain.conversation.Delivery;
import ratings.domain.conversation.Obstacle;
import ratings.domain.document.Reading;
import ratings.domain.rating.Refusal;
import ratings.domain.rating.list.RatingFilter;
import ratings.domain.settings.Settings;
import ratings.http.RatingAnswer;
import ratings.http.Routes;
import ratings.integration.OpenApi.Example;
import ratings.local.template.FunctionEvent.HttpRoute;
import ratings.local.template.Locations;
import ratings.local.template.TemplateReader;

/** Holds openapi.yaml together with template.yaml, with what the code knows, and with itself. */
class OpenApiTest {
  private static final OpenApi API = OpenApi.read();
  private static final String SUBMIT = "POST /v1/widgets/{widgetId}/ratings";
  private static final String SAVE_FEEDBACK = "POST /api/public/bot/{botId}/saveFeedback";
  private static final List<String> OPERATORS =
      List.of(
          "eq",
          "ne",
          "in",
          "lt",
          "lte",
          "gt",
          "gte",
          "contains",
          "starts",
          "exists",
          "before",
          "after");

  @Test
  void theTemplateTheCodeAndTheDescriptionHaveTheSameRoutes() {
    assertThat(templateRoutes().keySet())
        .isEqualTo(API.operations().keySet())
        .isEqualTo(new TreeSet<>(Routes.all().keys()));
  }

  @Test
  void aRouteTakesATokenInTheTemplateWhereItIsSaidToTakeOne() {
    assertThat(API.operations().keySet())
        .allSatisfy(
            route ->
                assertThat(templateRoutes().get(route).isPresent())
                    .as(route)
                    .isEqualTo(API.takesToken(route)));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyExampleIsWhatItIsAnExampleOf(Example example) {
    assertThat(API.flaws(example.schema(), example.value())).isEmpty();
  }

  /** But for the one whose contract is not ours to tighten (D12). */
  @ParameterizedTest
  @MethodSource("closed")
  void everyObjectIsClosed(Example example) {
    var value = example.value().deepCopy();
    for (ObjectNode object : objects(value)) {
      object.putArray("unknown");
      assertThat(API.flaws(example.schema(), value)).as("%s", object).isNotEmpty();
      object.remove("unknown");
    }
  }

  @Test
  void everyBodyHasAnExample() {
    var described = new ArrayList<String>();
    bodies("", API.document(), described);

    assertThat(described).isNotEmpty();
    assertThat(described)
        .allSatisfy(
            where ->
                assertThat(API.examples())
                    .extracting(Example::where)
                    .anyMatch(it -> it.startsWith(where + "/")));
  }

  @Test
  void aLineShowsTheSettingsThatTheCatalogueHas() {
    var shown = Settings.none().over(Settings.none()).lineDocument().keySet();

    assertThat(required("EffectiveSettings", "LineSettings")).isEqualTo(shown);
    assertThat(properties("Settings", "LineSettings")).isEqualTo(shown);
  }

  @Test
  void aWorkspaceShowsTheSettingsThatTheCatalogueHas() {
    assertThat(properties("Settings", "WorkspaceSettings"))
        .isEqualTo(Settings.none().effective().workspaceDocument().keySet());
  }

  @Test
  void theListTakesTheFiltersThatAreDescribedAndNoOther() {
    var described = parameters("GET /v1/ratings");
    described.removeAll(List.of("sort", "limit", "cursor"));
    var names =
        Stream.concat(
                described.stream().map(name -> name.replaceAll("\\[.*", "")),
                properties("Rating").stream())
            .collect(toSet());

    assertThat(
            names.stream()
                .flatMap(
                    name ->
                        Stream.concat(
                            Stream.of(name),
                            OPERATORS.stream().map(operator -> name + "[" + operator + "]")))
                .filter(OpenApiTest::isTaken))
        .containsExactlyInAnyOrderElementsOf(described);
  }

  @ParameterizedTest
  @EnumSource
  void everyRefusalOfARatingIsDescribed(Refusal refusal) {
    var problem = RatingAnswer.refused(refusal);

    var route = refusal == Refusal.OTHER_SURVEY ? SAVE_FEEDBACK : SUBMIT;
    assertThat(API.codes(route, problem.status())).contains(problem.code());
  }

  @Test
  void everyReasonNotToAskAndEveryDeliveryIsDescribed() {
    assertThat(codes("/properties/reasons/items/enum", API.schema("AnyAsked")))
        .isEqualTo(Arrays.stream(Obstacle.values()).map(Obstacle::code).toList());
    assertThat(codes("/properties/delivery/enum", API.schema("RequestToRate")))
        .isEqualTo(Arrays.stream(Delivery.values()).map(Delivery::code).toList());
  }

  @Test
  void anAnswerThatIsNotDescribedIsSeen() {
    var json = Map.of("content-type", "application/json");

    assertThat(API.flaws("GET /v1/lines", new Reply(200, json, "{\"items\": []}"))).isEmpty();
    assertThat(API.flaws("GET /v1/lines", new Reply(200, json, "{\"items\": 1}"))).hasSize(1);
    assertThat(API.flaws("GET /v1/lines", new Reply(200, Map.of(), "{}"))).hasSize(1);
    assertThat(API.flaws("GET /v1/lines", new Reply(418, json, "{}"))).hasSize(1);
    assertThat(API.flaws("GET /v1/nothing", new Reply(200, json, "{}"))).hasSize(1);
    assertThat(API.flaws("GET /v1/settings", new Reply(304, Map.of(), ""))).hasSize(1);
    assertThat(API.flaws("GET /v1/settings", new Reply(304, Map.of("etag", "x"), ""))).hasSize(1);
    assertThat(
            API.flaws("GET /v1/settings", new Reply(304, Map.of("etag", "\"x\"", "age", "1"), "")))
        .hasSize(1);
  }

  private static List<String> codes(String path, JsonNode schema) {
    var codes = new ArrayList<String>();
    schema.at(path).forEach(code -> codes.add(code.textValue()));
    return codes;
  }

  private static Stream<Example> closed() {
    return examples().filter(it -> !it.schema().path("additionalProperties").asBoolean());
  }

  private static Stream<Example> examples() {
    return API.examples().stream();
  }

  /** Each route of the template with its authorizer; {@code $default} is not one to describe. */
  private static Map<String, Optional<String>> templateRoutes() {
    var template =
        TemplateReader.read(
            Path.of("..", "..", "template.yaml"),
            Map.of("JwtIssuer", "https://issuer.example.com"),
            Locations.unknown());
    return template.functions().stream()
        .flatMap(function -> function.events().stream())
        .filter(HttpRoute.class::isInstance)
        .map(HttpRoute.class::cast)
        .filter(route -> !route.key().equals("$default"))
        .collect(toMap(HttpRoute::key, HttpRoute::authorizer));
  }

  private static TreeSet<String> parameters(String route) {
    var names = new TreeSet<String>();
    API.operations()
        .get(route)
        .get("parameters")
        .forEach(parameter -> names.add(parameter.get("name").textValue()));
    return names;
  }

  private static TreeSet<String> properties(String... schemas) {
    var names = new TreeSet<String>();
    for (String schema : schemas) {
      API.schema(schema).get("properties").fieldNames().forEachRemaining(names::add);
    }
    return names;
  }

  private static TreeSet<String> required(String... schemas) {
    var names = new TreeSet<String>();
    for (String schema : schemas) {
      API.schema(schema).get("required").forEach(name -> names.add(name.textValue()));
    }
    return names;
  }

  /** Whether the list knows the parameter, whatever it thinks of the value. */
  private static boolean isTaken(String parameter) {
    return switch (RatingFilter.read(List.of(Map.entry(parameter, "x")))) {
      case Reading.Valid<RatingFilter> valid -> true;
      case Reading.Invalid<RatingFilter>(var violations) ->
          violations.stream().allMatch(violation -> violation.detail().startsWith("must be"));
    };
  }

  private static List<ObjectNode> objects(JsonNode value) {
    var objects = new ArrayList<ObjectNode>();
    if (value instanceof ObjectNode object) {
      objects.add(object);
    }
    value.forEach(child -> objects.addAll(objects(child)));
    return objects;
  }

  private static void bodies(String where, JsonNode node, List<String> found) {
    for (var child : node.properties()) {
      if (child.getKey().equals("content")) {
        child
            .getValue()
            .fieldNames()
            .forEachRemaining(type -> found.add(where + "/content/" + type));
      } else {
        bodies(where + "/" + child.getKey(), child.getValue(), found);
      }
    }
  }
}
