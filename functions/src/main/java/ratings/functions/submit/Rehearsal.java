package ratings.functions.submit;

/** Events to prime with. */
final class Rehearsal {
  static final String FIRST_RATING = event("rehearsal");

  /** No widget has such an id, for an id of a caller has no blank. */
  static final String UNKNOWN_WIDGET = event("not a widget");

  private Rehearsal() {}

  private static String event(String widget) {
    return """
    {"version": "2.0", "routeKey": "POST /v1/widgets/{widgetId}/ratings",
     "rawPath": "/v1/widgets/rehearsal/ratings", "rawQueryString": "",
     "headers": {"content-type": "application/json", "idempotency-key": "rehearsal-rehearsal"},
     "requestContext": {"http": {"method": "POST"}, "requestId": "rehearsal"},
     "pathParameters": {"widgetId": "%s"},
     "body": "{\\"conversationId\\": \\"rehearsal\\", \\"score\\": 5, \\"feedback\\": \\"!\\"}",
     "isBase64Encoded": false}
    """
        .replace("%s", widget);
  }
}
