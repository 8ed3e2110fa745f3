package ratings.local.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** SAM's Globals: maps are merged, lists appended to, plain values replaced by the resource's. */
final class Globals {
  private static final Map<String, String> SECTIONS =
      Map.of("Function", "AWS::Serverless::Function", "HttpApi", "AWS::Serverless::HttpApi");

  private final Map<String, Object> byType = new LinkedHashMap<>();

  Globals(Map<?, ?> declared) {
    declared.forEach(
        (section, properties) -> {
          String type = SECTIONS.get(section.toString());
          if (type == null) {
            throw new TemplateException("Globals", section + " is not known to the local stack");
          }
          byType.put(type, properties);
        });
  }

  /** The resource's properties with what is common to its type; nothing is evaluated yet. */
  Object merged(String type, Object properties) {
    return byType.containsKey(type) ? merge(byType.get(type), properties) : properties;
  }

  private static Object merge(Object common, Object own) {
    if (common instanceof Map<?, ?> commonMap && own instanceof Map<?, ?> ownMap) {
      var merged = new LinkedHashMap<Object, Object>(commonMap);
      ownMap.forEach(
          (key, value) ->
              merged.put(key, merged.containsKey(key) ? merge(merged.get(key), value) : value));
      return merged;
    }
    if (common instanceof List<?> commonList && own instanceof List<?> ownList) {
      var merged = new ArrayList<Object>(commonList);
      merged.addAll(ownList);
      return merged;
    }
    return own;
  }
}
