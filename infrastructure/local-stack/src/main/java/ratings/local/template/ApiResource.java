package ratings.local.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An {@code AWS::Serverless::HttpApi}, declared or implied by an event without one.
 *
 * @param stageVariables what the stage tells every function
 * @param routes of all functions
 */
public record ApiResource(
    String id,
    Optional<Cors> cors,
    Map<String, Authorizer> authorizers,
    Map<String, String> stageVariables,
    List<Route> routes) {
  public ApiResource {
    stageVariables = Map.copyOf(stageVariables);
    authorizers = Map.copyOf(authorizers);
    routes = List.copyOf(routes);
  }

  /** What the gateway tells browsers of other origins. */
  public record Cors(
      List<String> origins,
      List<String> methods,
      List<String> headers,
      List<String> exposed,
      Optional<Integer> maximumAgeSeconds,
      boolean credentials) {
    public Cors {
      origins = List.copyOf(origins);
      methods = List.copyOf(methods);
      headers = List.copyOf(headers);
      exposed = List.copyOf(exposed);
    }
  }

  /**
   * A JWT authorizer.
   *
   * @param identitySource {@code $request.header.Authorization} or a query parameter
   */
  public record Authorizer(String identitySource, String issuer, List<String> audience) {
    public Authorizer {
      audience = List.copyOf(audience);
    }
  }

  /**
   * A route and the function behind it.
   *
   * @param key {@code GET /v1/lines/{lineId}}, {@code ANY /x}, {@code $default}
   */
  public record Route(
      String key, String functionId, Optional<Authorizer> authorizer, List<String> scopes) {
    public Route {
      scopes = List.copyOf(scopes);
    }
  }
}
