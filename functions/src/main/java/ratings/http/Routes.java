package ratings.http;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The routes of an API, as template.yaml has them: a test holds the two together. */
public record Routes(List<String> keys) {
  public Routes {
    keys = List.copyOf(keys);
  }

  /** Every route, as {@code METHOD /path/{placeholder}}. */
  public static Routes all() {
    return new Routes(
        List.of(
            "GET /v1/widgets/{widgetId}",
            "POST /v1/widgets/{widgetId}/shown",
            "POST /v1/widgets/{widgetId}/ratings",
            "POST /v1/conversations/{conversationId}/close",
            "POST /v1/conversations/{conversationId}/reopen",
            "POST /v1/conversations/{conversationId}/delivery",
            "GET /v1/conversations/{conversationId}/rating",
            "POST /v1/conversations/{conversationId}/rating",
            "GET /r/{token}",
            "HEAD /r/{token}",
            "POST /r/{token}",
            "GET /widget/{file}",
            "GET /widget/texts/{file}",
            "GET /admin",
            "GET /admin/{proxy+}",
            "GET /v1/ratings",
            "GET /v1/ratings/{id}",
            "PUT /v1/ratings/{id}/follow-up",
            "GET /v1/reports/ratings",
            "GET /v1/teammates/{id}/ratings",
            "GET /v1/me/achievements",
            "POST /v1/exports",
            "GET /v1/exports",
            "GET /v1/exports/{id}",
            "GET /v1/exports/{id}/file",
            "DELETE /v1/exports/{id}",
            "GET /v1/settings",
            "PUT /v1/settings",
            "GET /v1/lines",
            "GET /v1/lines/{lineId}",
            "PUT /v1/lines/{lineId}",
            "DELETE /v1/lines/{lineId}",
            "GET /v1/lines/{lineId}/alert-check",
            "GET /v1/alerts",
            "GET /v1/recipients",
            "POST /v1/recipients",
            "DELETE /v1/recipients/{id}",
            "POST /v1/recipients/{id}/secrets",
            "GET /v1/webhooks",
            "GET /v1/webhooks/{id}",
            "PUT /v1/webhooks/{id}",
            "DELETE /v1/webhooks/{id}",
            "POST /v1/webhooks/{id}/secrets",
            "POST /api/public/bot/{botId}/saveFeedback",
            "POST /api/1.1/public/bot/{botId}/saveFeedback",
            "GET /v1/bots/{botId}/clients/{clientId}",
            "PUT /v1/bots/{botId}/clients/{clientId}",
            "DELETE /v1/bots/{botId}/clients/{clientId}",
            "POST /v1/bots/{botId}/clients/{clientId}/secrets"));
  }

  /** The methods that a path takes, in alphabetical order; none for a path that does not exist. */
  public Set<String> methods(String path) {
    var methods = new TreeSet<String>();
    for (String key : keys) {
      int space = key.indexOf(' ');
      if (matches(key.substring(space + 1), path)) {
        methods.add(key.substring(0, space));
      }
    }
    return methods;
  }

  private static boolean matches(String template, String path) {
    var expected = template.split("/", -1);
    var actual = path.split("/", -1);
    boolean greedy = template.endsWith("+}");
    if (greedy ? actual.length < expected.length : actual.length != expected.length) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      boolean fits =
          expected[i].startsWith("{")
              ? !actual[i].isEmpty() || expected[i].endsWith("+}")
              : expected[i].equals(actual[i]);
      if (!fits) {
        return false;
      }
    }
    return true;
  }
}
