package ratings.local.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The event that an HTTP API sends to a function, payload format 2.0. */
final class RequestEvent {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final Set<String> TEXT =
      Set.of("application/json", "application/xml", "application/javascript");

  private final String apiId;
  private final String accountId;
  private final Map<String, String> stageVariables;

  RequestEvent(String apiId, String accountId, Map<String, String> stageVariables) {
    this.apiId = apiId;
    this.accountId = accountId;
    this.stageVariables = stageVariables;
  }

  byte[] of(
      GatewayRequest request,
      Routes.Match match,
      Optional<JwtAuthorizer.Caller> caller,
      String requestId,
      Instant now) {
    var event = JsonNodeFactory.instance.objectNode();
    event.put("version", "2.0");
    event.put("routeKey", match.route().key());
    event.put("rawPath", request.path());
    event.put("rawQueryString", request.query());
    addCookies(event, request);
    addHeaders(event.putObject("headers"), request);
    addAll(event, "queryStringParameters", queryParameters(request.query()));
    event.set("requestContext", context(request, match, caller, requestId, now));
    addAll(event, "pathParameters", match.pathParameters());
    addAll(event, "stageVariables", stageVariables);
    addBody(event, request);
    return event.toString().getBytes(StandardCharsets.UTF_8);
  }

  private ObjectNode context(
      GatewayRequest request,
      Routes.Match match,
      Optional<JwtAuthorizer.Caller> caller,
      String requestId,
      Instant now) {
    String domain = request.header("host").orElse("localhost");
    var context = JsonNodeFactory.instance.objectNode();
    context.put("accountId", accountId);
    context.put("apiId", apiId);
    caller.ifPresent(it -> addCaller(context.putObject("authorizer").putObject("jwt"), it));
    context.put("domainName", domain);
    context.put("domainPrefix", domain.replaceAll("[.:].*", ""));
    var http = context.putObject("http");
    http.put("method", request.method());
    http.put("path", request.path());
    http.put("protocol", request.protocol());
    http.put("sourceIp", request.sourceIp());
    http.put("userAgent", request.header("user-agent").orElse(""));
    context.put("requestId", requestId);
    context.put("routeKey", match.route().key());
    context.put("stage", "$default");
    context.put("time", TIME.format(now));
    context.put("timeEpoch", now.toEpochMilli());
    return context;
  }

  private static void addCaller(ObjectNode jwt, JwtAuthorizer.Caller caller) {
    var claims = jwt.putObject("claims");
    caller.claims().forEach(claims::put);
    if (caller.scopes().isEmpty()) {
      jwt.putNull("scopes");
      return;
    }
    caller.scopes().forEach(jwt.putArray("scopes")::add);
  }

  private static void addCookies(ObjectNode event, GatewayRequest request) {
    var cookies = new ArrayList<String>();
    for (String header : request.headers().getOrDefault("cookie", List.of())) {
      for (String cookie : header.split(";", -1)) {
        cookies.add(cookie.strip());
      }
    }
    if (!cookies.isEmpty()) {
      cookies.forEach(event.putArray("cookies")::add);
    }
  }

  private static void addHeaders(ObjectNode headers, GatewayRequest request) {
    request.headers().forEach((name, values) -> headers.put(name, String.join(",", values)));
    headers.remove("cookie");
    if (!headers.has("content-length")) {
      headers.put("content-length", Integer.toString(request.body().length));
    }
    headers.put("x-forwarded-for", request.sourceIp());
    headers.put("x-forwarded-port", Integer.toString(request.port()));
    headers.put("x-forwarded-proto", "http");
  }

  private static void addBody(ObjectNode event, GatewayRequest request) {
    var text = isText(request) ? decoded(request.body()) : Optional.<String>empty();
    boolean binary = request.body().length > 0 && text.isEmpty();
    if (binary) {
      event.put("body", Base64.getEncoder().encodeToString(request.body()));
    } else if (request.body().length > 0) {
      event.put("body", text.orElseThrow());
    }
    event.put("isBase64Encoded", binary);
  }

  /** Nothing for what is not UTF-8: how AWS hands that on is not known, so here it goes whole. */
  private static Optional<String> decoded(byte[] body) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
    } catch (CharacterCodingException notText) {
      return Optional.empty();
    }
  }

  /** Seen on AWS: these and {@code text/*} are text; forms, {@code +json} and no type are not. */
  private static boolean isText(GatewayRequest request) {
    String type =
        request.header("content-type").orElse("").toLowerCase(Locale.ROOT).replaceAll(";.*", "");
    return type.startsWith("text/") || TEXT.contains(type.strip());
  }

  /** Repeated names are joined with commas, as the gateway does. */
  private static Map<String, String> queryParameters(String query) {
    var joined = new LinkedHashMap<String, String>();
    QueryParameters.of(query)
        .values()
        .forEach((name, values) -> joined.put(name, String.join(",", values)));
    return joined;
  }

  private static void addAll(ObjectNode event, String name, Map<String, String> values) {
    if (!values.isEmpty()) {
      values.forEach(event.putObject(name)::put);
    }
  }
}
