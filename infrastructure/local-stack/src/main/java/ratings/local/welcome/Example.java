package ratings.local.welcome;

import java.net.URI;
import java.util.List;

/**
 * Something to try next in a shell.
 *
 * @param what comes of it
 * @param command to be run as it stands, one line
 */
public record Example(String what, String command) {
  private static final String JSON = " -H 'Content-Type: application/json' -d ";
  private static final String ADMIN = " -H \"Authorization: Bearer $ADMIN\"";
  private static final String WIDGET = "{\"channel\": \"website\", \"name\": \"Demo\"%s}";

  /** A walk through what there is, each step as the one before it has left things. */
  public static List<Example> of(URI api) {
    return List.of(
        new Example(
            "a token, for 12 hours",
            "export ADMIN=$(curl -s '"
                + api
                + "/_local/token?workspace=acme&scope=ratings/read+ratings/settings')"),
        new Example("a widget of your own", put(api, WIDGET.formatted(""))),
        new Example("what a click does", rate(api, "{\"conversationId\": \"c-1\", \"score\": 2}")),
        new Example(
            "the second step; from then on it is locked",
            rate(
                api,
                "{\"conversationId\": \"c-1\", \"score\": 2, \"feedback\": \"I waited an"
                    + " hour.\"}")),
        new Example("refused: 409", rate(api, "{\"conversationId\": \"c-1\", \"score\": 5}")),
        new Example(
            "the admin's list, here of low ratings",
            "curl -sg" + ADMIN + " '" + api + "/v1/ratings?rating[lte]=2&limit=3'"),
        new Example(
            "who was to hear of low ratings, and what became of it",
            "curl -s" + ADMIN + " '" + api + "/v1/alerts?limit=3'"),
        new Example(
            "why alerts of a line do not arrive",
            "curl -s" + ADMIN + " " + api + "/v1/lines/demo/alert-check"),
        new Example(
            "collecting off, within 30 seconds",
            put(api, WIDGET.formatted(", \"collectRatings\": false"))));
  }

  private static String put(URI api, String settings) {
    return "curl -X PUT " + api + "/v1/lines/demo" + ADMIN + JSON + "'" + settings + "'";
  }

  private static String rate(URI api, String rating) {
    return "curl " + api + "/v1/widgets/demo/ratings" + JSON + "'" + rating + "'";
  }
}
