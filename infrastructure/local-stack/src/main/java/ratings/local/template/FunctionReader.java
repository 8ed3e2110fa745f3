package ratings.local.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Reads an {@code AWS::Serverless::Function}. */
final class FunctionReader {
  private static final String RUNTIME = "java25";
  private static final int DEFAULT_TIMEOUT_SECONDS = 3;
  private static final int DEFAULT_MEMORY_MEGABYTES = 128;

  private final LocalNames names;
  private final Set<String> apis;

  /**
   * @param apis logical ids of the HTTP APIs, whose addresses may stand in the environment
   */
  FunctionReader(LocalNames names, Set<String> apis) {
    this.names = names;
    this.apis = apis;
  }

  FunctionResource read(String id, Properties properties) {
    if (!properties.text("Runtime").equals(RUNTIME)) {
      throw new TemplateException(id, "only the runtime " + RUNTIME + " is known here");
    }
    var events = new ArrayList<FunctionEvent>();
    var declared = properties.section("Events");
    for (String name : declared.names()) {
      events.add(EventReader.read(name, declared.section(name)));
    }
    var function =
        new FunctionResource(
            id,
            properties.text("Handler"),
            properties.text("CodeUri"),
            properties.number("Timeout", DEFAULT_TIMEOUT_SECONDS),
            properties.number("MemorySize", DEFAULT_MEMORY_MEGABYTES),
            environment(properties.section("Environment")),
            events);
    properties.skip("Description");
    properties.ignore(
        "AWS::Serverless::Function",
        "Architectures",
        "AutoPublishAlias",
        "AutoPublishAliasAllProperties",
        "DeploymentPreference",
        "EphemeralStorage",
        "EventInvokeConfig",
        "LoggingConfig",
        "PermissionsBoundary",
        "Policies",
        "RecursiveLoop",
        "ReservedConcurrentExecutions",
        "Role",
        "SnapStart",
        "Tags",
        "Tracing",
        "VersionDescription");
    properties.end();
    return function;
  }

  private Map<String, String> environment(Properties environment) {
    var variables = environment.section("Variables");
    environment.end();
    var result = new LinkedHashMap<String, String>();
    for (String name : variables.names()) {
      result.put(name, names.reachable(variables.text(name), apis));
    }
    return result;
  }
}
