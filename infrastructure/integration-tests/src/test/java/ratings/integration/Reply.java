package ratings.integration;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What was answered to a request, by a function or over HTTP. */
record Reply(int status, Map<String, String> headers, String body) {

  /** What a function returned, in the form that an HTTP API takes. */
  static Reply of(JsonNode returned) {
    var headers = new TreeMap<String, String>();
    returned
        .path("headers")
        .properties()
        .forEach(header -> headers.put(header.getKey(), header.getValue().asText()));
    return new Reply(returned.path("statusCode").asInt(), headers, returned.path("body").asText());
  }

  static Reply of(Api.Answer answer) {
    var response = answer.response();
    var headers = new TreeMap<String, String>();
    response.headers().map().forEach((name, values) -> headers.put(name, String.join(",", values)));
    return new Reply(response.statusCode(), headers, response.body());
  }

  Optional<String> header(String name) {
    return headers.entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** This answer with only the headers that a function can have set. */
  Reply without(String... names) {
    var fewer = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    fewer.putAll(headers);
    for (String name : names) {
      fewer.remove(name);
    }
    return new Reply(status, fewer, body);
  }
}
