package ratings.local.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Replaces CloudFormation's functions by their values. */
final class Evaluator {
  /** What {@code !Ref AWS::NoValue} leaves: the property is dropped. */
  private static final Object NO_VALUE = new Object();

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}");

  private final Map<String, Object> parameters;
  private final Map<String, Object> mappings;
  private final Conditions conditions;
  private final Map<String, String> resourceTypes;
  private final LocalNames names;

  /**
   * @param resourceTypes type by logical id, of the resources whose condition holds
   */
  Evaluator(
      Map<String, Object> parameters,
      Map<String, Object> mappings,
      Conditions conditions,
      Map<String, String> resourceTypes,
      LocalNames names) {
    this.parameters = parameters;
    this.mappings = mappings;
    this.conditions = conditions;
    this.resourceTypes = resourceTypes;
    this.names = names;
  }

  /** The value, or empty where it comes to {@code AWS::NoValue}. */
  Optional<Object> evaluate(String where, Object raw) {
    Object value = value(where, raw);
    return value == NO_VALUE ? Optional.empty() : Optional.of(value);
  }

  private Object value(String where, Object raw) {
    return switch (raw) {
      case Intrinsic intrinsic -> call(where, intrinsic);
      case Map<?, ?> map -> map(where, map);
      case List<?> list -> list(where, list);
      default -> raw;
    };
  }

  private Map<String, Object> map(String where, Map<?, ?> raw) {
    var result = new LinkedHashMap<String, Object>();
    raw.forEach(
        (key, item) -> evaluate(where, item).ifPresent(it -> result.put(key.toString(), it)));
    return result;
  }

  private List<Object> list(String where, List<?> raw) {
    var result = new ArrayList<>();
    raw.forEach(item -> evaluate(where, item).ifPresent(result::add));
    return result;
  }

  private Object call(String where, Intrinsic call) {
    Object argument = call.argument();
    return switch (call.name()) {
      case "Ref" -> reference(where, argument.toString());
      case "GetAtt" -> attribute(where, arguments(where, call, 2));
      case "Sub" -> substitute(where, argument);
      case "If" -> {
        var parts = arguments(where, call, 3);
        yield value(where, parts.get(conditions.holds(parts.get(0).toString()) ? 1 : 2));
      }
      case "Join" -> join(where, call);
      case "Split" -> {
        var parts = arguments(where, call, 2);
        var separator = Pattern.quote(text(where, parts.get(0)));
        yield List.of((Object[]) text(where, parts.get(1)).split(separator, -1));
      }
      case "Select" -> {
        var parts = arguments(where, call, 2);
        int index = Integer.parseInt(text(where, parts.get(0)));
        yield listAt(where, parts.get(1)).get(index);
      }
      case "FindInMap" -> find(where, arguments(where, call, 3));
      case "Equals", "Not", "And", "Or", "Condition" -> conditions.test(call);
      default ->
          throw new TemplateException(
              where, "function " + call.name() + " is not known to the local stack");
    };
  }

  private Object reference(String where, String name) {
    if (name.equals("AWS::NoValue")) {
      return NO_VALUE;
    }
    if (parameters.containsKey(name)) {
      return parameters.get(name);
    }
    if (LocalNames.isPseudoParameter(name)) {
      return LocalNames.pseudoParameter(name);
    }
    return names.reference(name, typeOf(where, name));
  }

  private Object attribute(String where, List<?> path) {
    String id = path.get(0).toString();
    return names.attribute(id, typeOf(where, id), text(where, path.get(1)));
  }

  private String typeOf(String where, String id) {
    String type = resourceTypes.get(id);
    if (type == null) {
      throw new TemplateException(where, id + " is neither a parameter nor a resource here");
    }
    return type;
  }

  private String substitute(String where, Object argument) {
    if (argument instanceof List<?> parts && parts.get(1) instanceof Map<?, ?> variables) {
      return substitute(where, parts.get(0).toString(), map(where, variables));
    }
    return substitute(where, argument.toString(), Map.of());
  }

  private String substitute(String where, String text, Map<String, Object> variables) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    placeholder(where, found.group(1).strip(), variables).toString()));
  }

  private Object placeholder(String where, String name, Map<String, Object> variables) {
    if (name.startsWith("!")) {
      return "${" + name.substring(1) + "}";
    }
    if (variables.containsKey(name)) {
      return variables.get(name);
    }
    int dot = name.indexOf('.');
    return dot < 0
        ? reference(where, name)
        : attribute(where, List.of(name.substring(0, dot), name.substring(dot + 1)));
  }

  private String join(String where, Intrinsic call) {
    var parts = arguments(where, call, 2);
    return listAt(where, parts.get(1)).stream()
        .map(Object::toString)
        .collect(Collectors.joining(parts.get(0).toString()));
  }

  private Object find(String where, List<?> path) {
    Object found = mappings;
    for (Object step : path) {
      String key = text(where, step);
      if (!(found instanceof Map<?, ?> map) || !map.containsKey(key)) {
        throw new TemplateException(where, "Mappings have no " + path);
      }
      found = map.get(key);
    }
    return found;
  }

  private List<?> listAt(String where, Object raw) {
    if (value(where, raw) instanceof List<?> list) {
      return list;
    }
    throw new TemplateException(where, "a list is expected, not " + raw);
  }

  private String text(String where, Object raw) {
    return value(where, raw).toString();
  }

  private static List<?> arguments(String where, Intrinsic call, int count) {
    if (call.argument() instanceof List<?> list && list.size() == count) {
      return list;
    }
    throw new TemplateException(where, call.name() + " takes " + count + " arguments");
  }
}
