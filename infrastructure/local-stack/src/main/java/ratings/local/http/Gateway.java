package ratings.local.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import ratings.local.lambda.Outcome;
import ratings.local.template.ApiResource;
import ratings.local.template.ApiResource.Authorizer;

/** One HTTP API: find the route, let the caller pass, call the function, answer. */
public final class Gateway implements HttpHandler {
  /** How long a request may take; the function goes on, but nobody listens. */
  public static final Duration LIMIT = Duration.ofSeconds(30);

  private static final int MOST_EVENT_BYTES = 6 * 1024 * 1024;

  private final Routes routes;
  private final CorsPolicy cors;
  private final Map<Authorizer, JwtAuthorizer> authorizers = new HashMap<>();
  private final RequestEvent events;
  private final FunctionCaller functions;
  private final Duration limit;
  private final Clock clock;

  public Gateway(
      ApiResource api, String accountId, FunctionCaller functions, Duration limit, Clock clock) {
    this.routes = new Routes(api.routes());
    this.cors = new CorsPolicy(api.cors());
    this.events =
        new RequestEvent(api.id().toLowerCase(Locale.ROOT), accountId, api.stageVariables());
    this.functions = functions;
    this.limit = limit;
    this.clock = clock;
    for (var authorizer : api.authorizers().values()) {
      authorizers.put(
          authorizer, new JwtAuthorizer(authorizer, new IssuerKeys(authorizer.issuer()), clock));
    }
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var request = GatewayRequest.read(exchange);
      String requestId = UUID.randomUUID().toString();
      cors.preflight(request)
          .orElseGet(() -> cors.apply(request, respond(request, requestId)))
          .with(Map.of("apigw-requestid", requestId))
          .send(exchange);
    }
  }

  private GatewayResponse respond(GatewayRequest request, String requestId) {
    if (request.headersAreTooLarge()) {
      return GatewayResponse.message(431, "Request Header Fields Too Large");
    }
    if (request.bodyIsTooLarge()) {
      return GatewayResponse.message(413, "Request Entity Too Large");
    }
    return routes
        .match(request.method(), request.path())
        .map(match -> authorize(request, match, requestId))
        .orElseGet(() -> GatewayResponse.message(404, "Not Found"));
  }

  private GatewayResponse authorize(GatewayRequest request, Routes.Match match, String requestId) {
    var route = match.route();
    if (route.authorizer().isEmpty()) {
      return call(request, match, Optional.empty(), requestId);
    }
    var authorizer = authorizers.get(route.authorizer().get());
    return switch (authorizer.decide(request, route.scopes())) {
      case JwtAuthorizer.Refused(var response) -> response;
      case JwtAuthorizer.Caller caller -> call(request, match, Optional.of(caller), requestId);
    };
  }

  private GatewayResponse call(
      GatewayRequest request,
      Routes.Match match,
      Optional<JwtAuthorizer.Caller> caller,
      String requestId) {
    byte[] event = events.of(request, match, caller, requestId, clock.instant());
    if (event.length > MOST_EVENT_BYTES) {
      return GatewayResponse.message(413, "Request Entity Too Large");
    }
    return switch (outcome(match.route().functionId(), event)) {
      case null -> GatewayResponse.message(503, "Service Unavailable");
      case Outcome.Answered(byte[] payload) -> FunctionAnswer.toResponse(payload);
      case Outcome.Failed failed -> GatewayResponse.internalServerError();
    };
  }

  private Outcome outcome(String functionId, byte[] event) {
    var outcome = new CompletableFuture<Outcome>();
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                outcome.complete(functions.invoke(functionId, event));
              } catch (InterruptedException | RuntimeException e) {
                outcome.completeExceptionally(e);
              }
            });
    try {
      return outcome.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return null;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }
}
