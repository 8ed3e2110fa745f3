package ratings.integration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The API as infrastructure/openapi.yaml describes it. */
record OpenApi(JsonNode document, SchemaRegistry schemas) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final List<String> METHODS = List.of("get", "head", "put", "post", "delete");
  private static final int ALIASES = 200;

  /** An answer's headers that say nothing of an operation. */
  private static final List<String> EVERYWHERE = List.of("content-type", "cache-control");

  /**
   * An example and what it must be.
   *
   * @param where the place of its schema in the file
   */
  record Example(String where, JsonNode schema, JsonNode value) {
    @Override
    public String toString() {
      return where;
    }
  }

  static OpenApi read() {
    var settings = LoadSettings.builder().setMaxAliasesForCollections(ALIASES).build();
    try {
      var yaml = Files.readString(Path.of("..", "openapi.yaml"));
      JsonNode document = JSON.valueToTree(new Load(settings).loadFromString(yaml));
      var strict = SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
      return new OpenApi(
          document,
          SchemaRegistry.withDefaultDialect(
              Dialects.getDraft202012(), registry -> registry.schemaRegistryConfig(strict)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Each operation by its route: {@code GET /v1/lines/{lineId}}. */
  Map<String, JsonNode> operations() {
    var operations = new TreeMap<String, JsonNode>();
    for (var path : document.get("paths").properties()) {
      for (String method : METHODS) {
        if (path.getValue().has(method)) {
          operations.put(
              method.toUpperCase(Locale.ROOT) + " " + path.getKey(), path.getValue().get(method));
        }
      }
    }
    return operations;
  }

  /** The right that a token needs on a route, or nothing on a route without one. */
  Optional<String> right(String route) {
    return Stream.of(operations().get(route).at("/security/0/Jwt/0"))
        .filter(JsonNode::isTextual)
        .map(JsonNode::textValue)
        .findFirst();
  }

  /** Whether a route takes a token, whatever rights that has. */
  boolean takesToken(String route) {
    return operations().get(route).at("/security/0").has("Jwt");
  }

  JsonNode schema(String name) {
    return document.at("/components/schemas/" + name);
  }

  /** The codes of problems that a route may answer with a status. */
  List<String> codes(String route, int status) {
    var code =
        response(route, status).at("/content/application~1problem+json/schema/properties/code");
    var codes = new ArrayList<String>();
    code.path("enum").forEach(each -> codes.add(each.textValue()));
    Optional.ofNullable(code.get("const")).ifPresent(only -> codes.add(only.textValue()));
    return codes;
  }

  /** Every example of a body, a parameter or a header. */
  List<Example> examples() {
    var examples = new ArrayList<Example>();
    collect("", document, examples);
    return examples;
  }

  /** What is wrong with a value by a schema of this file. */
  List<String> flaws(JsonNode schema, JsonNode value) {
    var alone = JSON.createObjectNode();
    alone.setAll((ObjectNode) schema);
    alone.set("components", document.get("components"));
    return schemas.getSchema(alone).validate(value).stream().map(Object::toString).toList();
  }

  /**
   * What is wrong with an answer.
   *
   * @param route that was taken, {@code $default} where none matched
   */
  List<String> flaws(String route, Reply answer) {
    var response = response(route, answer.status());
    if (response.isMissingNode()) {
      return List.of(route + " is not said to answer " + answer.status());
    }
    var flaws = new ArrayList<>(headerFlaws(response.path("headers"), answer));
    var type = answer.header("content-type").orElse("");
    var content = response.path("content");
    if (content.isMissingNode() ? !answer.body().isEmpty() : !content.has(type)) {
      flaws.add(route + " is not said to answer " + answer.status() + " with " + type);
    } else if (!content.isMissingNode()) {
      flaws.addAll(flaws(content.get(type).get("schema"), parsed(type, answer.body())));
    }
    return flaws;
  }

  private List<String> headerFlaws(JsonNode declared, Reply answer) {
    var flaws = new ArrayList<String>();
    var names = new ArrayList<>(EVERYWHERE);
    for (var header : declared.properties()) {
      names.add(header.getKey().toLowerCase(Locale.ROOT));
      var described = resolved(header.getValue());
      var sent = answer.header(header.getKey());
      if (sent.isEmpty() && described.path("required").asBoolean()) {
        flaws.add("the header " + header.getKey() + " is missing");
      }
      sent.ifPresent(
          text ->
              flaws.addAll(flaws(described.get("schema"), JSON.getNodeFactory().textNode(text))));
    }
    answer.headers().keySet().stream()
        .filter(name -> !names.contains(name.toLowerCase(Locale.ROOT)))
        .forEach(name -> flaws.add("the header " + name + " is not described"));
    return flaws;
  }

  private JsonNode response(String route, int status) {
    if (route.equals("$default")) {
      return document.at(
          "/components/responses/" + (status == 405 ? "WrongMethod" : "UnknownPath"));
    }
    return Optional.ofNullable(operations().get(route))
        .map(operation -> resolved(operation.at("/responses/" + status)))
        .orElse(MissingNode.getInstance());
  }

  /** What a reference stands for. */
  private JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(node.get("$ref").textValue().substring(1)) : node;
  }

  private void collect(String where, JsonNode node, List<Example> examples) {
    if (node.has("schema") && node.has("example")) {
      examples.add(new Example(where, node.get("schema"), node.get("example")));
    }
    if (node.has("schema") && node.has("examples")) {
      for (var example : node.get("examples").properties()) {
        var value = resolved(example.getValue()).get("value");
        examples.add(new Example(where + "/" + example.getKey(), node.get("schema"), value));
      }
    }
    node.properties()
        .forEach(child -> collect(where + "/" + child.getKey(), child.getValue(), examples));
  }

  private static JsonNode parsed(String type, String body) {
    try {
      return type.contains("json") ? JSON.readTree(body) : JSON.getNodeFactory().textNode(body);
    } catch (JsonProcessingException e) {
      throw new AssertionError(body, e);
    }
  }
}
