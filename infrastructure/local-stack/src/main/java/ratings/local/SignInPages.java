package ratings.local;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Optional;
import ratings.local.http.DevelopmentIssuer;
import ratings.local.http.Pages;
import ratings.local.http.QueryParameters;
import ratings.local.signin.AuthorizationRequest;
import ratings.local.signin.Client;
import ratings.local.signin.Codes;
import ratings.local.signin.Grant;
import ratings.local.signin.Person;
import ratings.local.signin.TokenRequest;
import ratings.local.welcome.SignInPage;

/**
 * What makes the development issuer an OpenID provider, below {@code /_local/issuer/}: its
 * configuration, {@code authorize} where one chooses who to be, {@code token} and {@code
 * end_session}. Other origins may read what is not a page.
 */
final class SignInPages {
  private static final Duration LIFETIME = Duration.ofHours(1);
  private static final int MOST_BYTES = 1 << 16;

  private final DevelopmentIssuer issuer;
  private final Client client;
  private final Codes codes;
  private final SignInPage page = new SignInPage();

  SignInPages(DevelopmentIssuer issuer, Client client, InstantSource clock) {
    this.issuer = issuer;
    this.client = client;
    this.codes = new Codes(clock);
  }

  void addTo(Pages pages) {
    pages.add("issuer/.well-known/openid-configuration", it -> send(it, 200, configuration()));
    pages.add("issuer/authorize", this::authorize);
    pages.add("issuer/token", this::token);
    pages.add("issuer/end_session", this::endSession);
  }

  private ObjectNode configuration() {
    var configuration = JsonNodeFactory.instance.objectNode();
    configuration
        .put("issuer", issuer.url())
        .put("jwks_uri", issuer.url() + "/jwks")
        .put("authorization_endpoint", issuer.url() + "/authorize")
        .put("token_endpoint", issuer.url() + "/token")
        .put("end_session_endpoint", issuer.url() + "/end_session");
    Person.EVERY_RIGHT.forEach(configuration.putArray("scopes_supported").add("openid")::add);
    configuration.putArray("response_types_supported").add("code");
    configuration.putArray("grant_types_supported").add("authorization_code");
    configuration.putArray("subject_types_supported").add("public");
    configuration.putArray("id_token_signing_alg_values_supported").add("RS256");
    configuration.putArray("code_challenge_methods_supported").add("S256");
    configuration.putArray("token_endpoint_auth_methods_supported").add("none");
    return configuration;
  }

  private void authorize(HttpExchange exchange) throws IOException {
    boolean chosen = exchange.getRequestMethod().equals("POST");
    var sent = chosen ? form(exchange) : query(exchange);
    switch (AuthorizationRequest.read(sent, client)) {
      case AuthorizationRequest.Refused(String why) -> Pages.send(exchange, 400, why + "\n");
      case AuthorizationRequest.SentBack(URI to) -> redirect(exchange, to);
      case AuthorizationRequest.Asked(var request) -> {
        if (chosen) {
          choose(exchange, request, Person.chosen(sent));
        } else {
          page.send(exchange, request);
        }
      }
    }
  }

  private void choose(HttpExchange exchange, AuthorizationRequest request, Optional<Person> person)
      throws IOException {
    if (person.isEmpty()) {
      Pages.send(exchange, 400, "who is it to be?\n");
    } else {
      redirect(exchange, request.back(codes.issue(request.grantTo(person.get()))));
    }
  }

  private void token(HttpExchange exchange) throws IOException {
    switch (exchange.getRequestMethod()) {
      case "POST" -> {
        switch (new TokenRequest(form(exchange)).redeem(codes)) {
          case TokenRequest.Granted(var grant) -> send(exchange, 200, tokens(grant));
          case TokenRequest.Refused(var error, var description) ->
              send(exchange, 400, error(error, description));
        }
      }
      case "OPTIONS" -> {
        exchange.getResponseHeaders().set("access-control-allow-headers", "*");
        send(exchange, 204, JsonNodeFactory.instance.objectNode());
      }
      default -> {
        exchange.getResponseHeaders().set("allow", "OPTIONS, POST");
        send(exchange, 405, error("invalid_request", "POST, please"));
      }
    }
  }

  private ObjectNode tokens(Grant grant) {
    var person = grant.person();
    var access = new LinkedHashMap<String, String>();
    access.put("sub", person.id());
    access.put("client_id", grant.clientId());
    access.put("scope", person.scope());
    if (!person.workspace().isEmpty()) {
      access.put("workspace", person.workspace());
    }
    var identity = new LinkedHashMap<String, String>();
    identity.put("sub", person.id());
    identity.put("name", person.name());
    if (!grant.nonce().isEmpty()) {
      identity.put("nonce", grant.nonce());
    }
    return JsonNodeFactory.instance
        .objectNode()
        .put("access_token", issuer.token(access, LIFETIME))
        .put("id_token", issuer.token(identity, LIFETIME))
        .put("token_type", "Bearer")
        .put("expires_in", LIFETIME.toSeconds())
        .put("scope", person.scope());
  }

  private void endSession(HttpExchange exchange) throws IOException {
    var page = query(exchange).first("post_logout_redirect_uri").filter(client.pages()::contains);
    if (page.isPresent()) {
      redirect(exchange, URI.create(page.get()));
    } else {
      Pages.send(exchange, 400, "post_logout_redirect_uri is not an admin page of this stack\n");
    }
  }

  private static ObjectNode error(String error, String description) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("error", error)
        .put("error_description", description);
  }

  private static QueryParameters query(HttpExchange exchange) {
    return QueryParameters.of(exchange.getRequestURI().getRawQuery());
  }

  private static QueryParameters form(HttpExchange exchange) throws IOException {
    var body = exchange.getRequestBody().readNBytes(MOST_BYTES);
    return QueryParameters.of(new String(body, StandardCharsets.UTF_8));
  }

  private static void redirect(HttpExchange exchange, URI to) throws IOException {
    exchange.getResponseHeaders().set("location", to.toString());
    exchange.getResponseHeaders().set("cache-control", "no-store");
    Pages.send(exchange, 303, "");
  }

  private static void send(HttpExchange exchange, int status, ObjectNode body) throws IOException {
    exchange.getResponseHeaders().set("access-control-allow-origin", "*");
    exchange.getResponseHeaders().set("cache-control", "no-store");
    Pages.send(
        exchange, status, "application/json", body.toString().getBytes(StandardCharsets.UTF_8));
  }
}
