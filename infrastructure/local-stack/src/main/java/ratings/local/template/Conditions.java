package ratings.local.template;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The template's conditions, decided from its parameters. */
final class Conditions {
  private final Map<String, Object> declared;
  private final Map<String, Object> parameters;
  private final Set<String> deciding = new HashSet<>();

  Conditions(Map<String, Object> declared, Map<String, Object> parameters) {
    this.declared = declared;
    this.parameters = parameters;
  }

  boolean holds(String name) {
    if (!declared.containsKey(name)) {
      throw new TemplateException("Conditions", name + " is not declared");
    }
    if (!deciding.add(name)) {
      throw new TemplateException("Conditions", name + " depends on itself");
    }
    boolean result = test(declared.get(name));
    deciding.remove(name);
    return result;
  }

  boolean test(Object raw) {
    if (raw instanceof Map<?, ?> map && map.size() == 1 && map.containsKey("Condition")) {
      return holds(map.get("Condition").toString());
    }
    if (!(raw instanceof Intrinsic call)) {
      throw new TemplateException("Conditions", raw + " is not a condition");
    }
    return switch (call.name()) {
      case "Condition" -> holds(call.argument().toString());
      case "Equals" -> text(operands(call).get(0)).equals(text(operands(call).get(1)));
      case "Not" -> !test(operands(call).get(0));
      case "And" -> operands(call).stream().allMatch(this::test);
      case "Or" -> operands(call).stream().anyMatch(this::test);
      default ->
          throw new TemplateException("Conditions", call.name() + " is not known in a condition");
    };
  }

  private String text(Object operand) {
    if (!(operand instanceof Intrinsic(String name, Object argument))) {
      return operand.toString();
    }
    if (name.equals("Ref") && parameters.containsKey(argument.toString())) {
      return parameters.get(argument.toString()).toString();
    }
    if (name.equals("Ref") && LocalNames.isPseudoParameter(argument.toString())) {
      return LocalNames.pseudoParameter(argument.toString());
    }
    throw new TemplateException("Conditions", name + " " + argument + " is not a parameter");
  }

  private static List<?> operands(Intrinsic call) {
    if (call.argument() instanceof List<?> list && !list.isEmpty()) {
      return list;
    }
    throw new TemplateException("Conditions", call.name() + " takes a list");
  }
}
