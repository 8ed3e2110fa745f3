package ratings.local.template;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads what an HTTP API's stage tells its functions, as API Gateway takes it and no further. */
final class StageVariables {
  private static final Pattern NAME = Pattern.compile("\\w+");
  private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9-._~:/?#&=,]+");

  private StageVariables() {}

  static Map<String, String> read(Properties section) {
    var variables = new LinkedHashMap<String, String>();
    for (String name : section.names()) {
      String value = section.text(name);
      if (!NAME.matcher(name).matches() || !VALUE.matcher(value).matches()) {
        throw new TemplateException(
            section.where(), name + " cannot be a stage variable: " + value);
      }
      variables.put(name, value);
    }
    section.end();
    return variables;
  }
}
