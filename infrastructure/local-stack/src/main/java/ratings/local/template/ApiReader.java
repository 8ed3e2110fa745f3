package ratings.local.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import ratings.local.template.ApiResource.Authorizer;
import ratings.local.template.ApiResource.Cors;
import ratings.local.template.ApiResource.Route;
import ratings.local.template.FunctionEvent.HttpRoute;

/** Collects the HTTP APIs, then gives each the routes that functions declare for it. */
final class ApiReader {
  static final String TYPE = "AWS::Serverless::HttpApi";

  /** What SAM calls the API of an event that names none. */
  static final String IMPLICIT = "ServerlessHttpApi";

  private static final String NO_AUTHORIZER = "NONE";

  private final Map<String, Declared> declared = new LinkedHashMap<>();

  private record Declared(
      String id,
      Optional<Cors> cors,
      Map<String, Authorizer> authorizers,
      String byDefault,
      Map<String, String> stageVariables) {}

  void declare(String id, Properties properties) {
    if (!properties.optionalText("StageName").orElse("$default").equals("$default")) {
      throw new TemplateException(id, "only the stage $default is known here");
    }
    var auth = properties.section("Auth");
    var authorizers = new LinkedHashMap<String, Authorizer>();
    var sections = auth.section("Authorizers");
    for (String name : sections.names()) {
      authorizers.put(name, authorizer(sections.section(name)));
    }
    String byDefault = auth.optionalText("DefaultAuthorizer").orElse(NO_AUTHORIZER);
    auth.end();
    var variables = StageVariables.read(properties.section("StageVariables"));
    declared.put(id, new Declared(id, cors(properties), authorizers, byDefault, variables));
    properties.skip("Name", "Description");
    properties.ignore(
        TYPE,
        "AccessLogSettings",
        "DefaultRouteSettings",
        "DisableExecuteApiEndpoint",
        "FailOnWarnings",
        "RouteSettings",
        "Tags");
    properties.end();
  }

  List<ApiResource> withRoutes(List<FunctionResource> functions) {
    var routes = new LinkedHashMap<String, List<Route>>();
    declared.keySet().forEach(id -> routes.put(LocalNames.apiId(id), new ArrayList<>()));
    for (var function : functions) {
      for (var event : function.events()) {
        if (event instanceof HttpRoute route) {
          add(routes, function.id(), route);
        }
      }
    }
    return declared.values().stream()
        .map(
            api ->
                new ApiResource(
                    api.id(),
                    api.cors(),
                    api.authorizers(),
                    api.stageVariables(),
                    routes.get(LocalNames.apiId(api.id()))))
        .toList();
  }

  private void add(Map<String, List<Route>> routes, String functionId, HttpRoute route) {
    var api = api(route.apiId());
    String where = functionId + ".Events." + route.name();
    String authorizer = route.authorizer().orElse(api.byDefault());
    if (!authorizer.equals(NO_AUTHORIZER) && !api.authorizers().containsKey(authorizer)) {
      throw new TemplateException(where, "authorizer " + authorizer + " is not declared");
    }
    var list = routes.computeIfAbsent(LocalNames.apiId(api.id()), unused -> new ArrayList<>());
    if (route.key().matches(".+/.+/")) {
      throw new TemplateException(where, "an HTTP API takes no route that ends with a slash");
    }
    if (list.stream().anyMatch(it -> it.key().equals(route.key()))) {
      throw new TemplateException(where, "route " + route.key() + " is declared twice");
    }
    list.add(
        new Route(
            route.key(),
            functionId,
            Optional.ofNullable(api.authorizers().get(authorizer)),
            route.scopes()));
  }

  private Declared api(String id) {
    if (id.equals(IMPLICIT)) {
      return declared.computeIfAbsent(
          id,
          unused -> new Declared(IMPLICIT, Optional.empty(), Map.of(), NO_AUTHORIZER, Map.of()));
    }
    return declared.values().stream()
        .filter(it -> LocalNames.apiId(it.id()).equals(id))
        .findFirst()
        .orElseThrow(() -> new TemplateException("ApiId", id + " is not an HTTP API"));
  }

  private static Authorizer authorizer(Properties properties) {
    var jwt = properties.section("JwtConfiguration");
    var authorizer =
        new Authorizer(
            properties.text("IdentitySource"), jwt.text("issuer"), jwt.texts("audience"));
    jwt.end();
    properties.end();
    return authorizer;
  }

  private static Optional<Cors> cors(Properties properties) {
    return properties.optionalSection("CorsConfiguration").map(ApiReader::readCors);
  }

  private static Cors readCors(Properties cors) {
    var read =
        new Cors(
            cors.texts("AllowOrigins"),
            cors.texts("AllowMethods").stream().map(it -> it.toUpperCase(Locale.ROOT)).toList(),
            cors.texts("AllowHeaders").stream().map(it -> it.toLowerCase(Locale.ROOT)).toList(),
            cors.texts("ExposeHeaders").stream().map(it -> it.toLowerCase(Locale.ROOT)).toList(),
            cors.optionalText("MaxAge").map(Integer::valueOf),
            cors.flag("AllowCredentials", false));
    cors.end();
    return read;
  }
}
