package ratings.local.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The values of the template's parameters: defaults, then overrides, each checked as declared. */
final class Parameters {
  private Parameters() {}

  static Map<String, Object> values(Map<String, Object> declared, Map<String, String> overrides) {
    for (String name : overrides.keySet()) {
      if (!declared.containsKey(name)) {
        throw new TemplateException("Parameters", name + " is given a value but not declared");
      }
    }
    var values = new LinkedHashMap<String, Object>();
    declared.forEach(
        (name, declaration) -> {
          var properties = Properties.of("Parameters." + name, declaration, new Ignored());
          values.put(name, value(properties, overrides.get(name)));
          properties.end();
        });
    return values;
  }

  private static Object value(Properties declaration, String override) {
    String type = declaration.text("Type");
    var byDefault = declaration.optionalText("Default");
    String text = override == null ? byDefault.orElse(null) : override;
    declaration.skip("Description", "ConstraintDescription", "NoEcho");
    if (text == null) {
      throw new TemplateException(declaration.where(), "has no default and was given no value");
    }
    check(declaration, text);
    return switch (type) {
      case "String", "Number" -> text;
      case "CommaDelimitedList" -> List.of((Object[]) text.split("\\s*,\\s*", -1));
      default -> throw new TemplateException(declaration.where(), "type " + type + " is unknown");
    };
  }

  private static void check(Properties declaration, String text) {
    var allowed = declaration.texts("AllowedValues");
    require(declaration, text, allowed.isEmpty() || allowed.contains(text), "AllowedValues");
    var pattern = declaration.optionalText("AllowedPattern");
    require(declaration, text, pattern.isEmpty() || text.matches(pattern.get()), "AllowedPattern");
    int length = text.codePointCount(0, text.length());
    require(declaration, text, length >= declaration.number("MinLength", 0), "MinLength");
    require(declaration, text, length <= declaration.number("MaxLength", 4096), "MaxLength");
    var least = declaration.optionalText("MinValue").map(Double::valueOf);
    require(
        declaration, text, least.isEmpty() || Double.parseDouble(text) >= least.get(), "MinValue");
    var most = declaration.optionalText("MaxValue").map(Double::valueOf);
    require(
        declaration, text, most.isEmpty() || Double.parseDouble(text) <= most.get(), "MaxValue");
  }

  private static void require(Properties declaration, String text, boolean met, String rule) {
    if (!met) {
      throw new TemplateException(
          declaration.where(), "the value '" + text + "' breaks its " + rule);
    }
  }
}
