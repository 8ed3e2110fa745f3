package ratings.local.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A template as it is written, to be judged by what it says, before any of it is evaluated. */
record Deployed(Map<String, Object> tree) {

  static Deployed read(String yaml) {
    return new Deployed(YamlTree.read(yaml));
  }

  /** A resource by its logical id. */
  record Resource(String id, String type, Map<String, Object> tree) {
    Optional<Object> property(String... path) {
      return at(tree.get("Properties"), path);
    }

    boolean says(String path, Object expected) {
      return property(path.split("\\.", -1)).filter(expected::equals).isPresent();
    }
  }

  List<Resource> resources(String type) {
    return section("Resources").entrySet().stream()
        .map(it -> resource(it.getKey(), map(it.getValue())))
        .filter(it -> it.type().equals(type))
        .toList();
  }

  List<Resource> functions() {
    return resources("AWS::Serverless::Function");
  }

  Optional<Resource> resource(String id) {
    return Optional.ofNullable(section("Resources").get(id)).map(it -> resource(id, map(it)));
  }

  /** A function's property, or what holds for all functions. */
  Optional<Object> ofFunction(Resource function, String... path) {
    return function.property(path).or(() -> at(section("Globals").get("Function"), path));
  }

  /** A function's events of one type, by their names. */
  static Map<String, Object> events(Resource function, String type) {
    var events = new LinkedHashMap<String, Object>();
    map(function.property("Events").orElse(Map.of()))
        .forEach(
            (name, event) -> {
              if (type.equals(map(event).get("Type"))) {
                events.put(name, map(event).get("Properties"));
              }
            });
    return events;
  }

  Map<String, Object> section(String name) {
    return map(tree.getOrDefault(name, Map.of()));
  }

  static Optional<Object> at(Object tree, String... path) {
    Object found = tree;
    for (String name : path) {
      found = map(found).get(name);
    }
    return Optional.ofNullable(found);
  }

  static Map<String, Object> map(Object tree) {
    var map = new LinkedHashMap<String, Object>();
    if (tree instanceof Map<?, ?> some) {
      some.forEach((name, value) -> map.put(name.toString(), value));
    }
    return map;
  }

  /** The items of a list; anything else is a list of one. */
  static List<Object> list(Object tree) {
    return tree instanceof List<?> some ? new ArrayList<>(some) : List.of(tree);
  }

  /** The logical id that a {@code Ref} or {@code GetAtt} names. */
  static Optional<String> target(Object value) {
    return value instanceof Intrinsic(String name, Object argument)
            && (name.equals("Ref") || name.equals("GetAtt"))
        ? Optional.of(list(argument).getFirst().toString())
        : Optional.empty();
  }

  private static Resource resource(String id, Map<String, Object> tree) {
    return new Resource(id, String.valueOf(tree.get("Type")), tree);
  }
}
