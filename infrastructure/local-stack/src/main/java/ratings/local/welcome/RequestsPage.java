package ratings.local.welcome;

import ratings.local.http.Pages;
import ratings.local.requests.RequestMessage;
import ratings.local.topics.Topics;

/** The page of requests to rate. */
public final class RequestsPage {
  private static final int MOST = 50;

  private final Topics topics;
  private final Look look = new Look();

  public RequestsPage(Topics topics) {
    this.topics = topics;
  }

  /** Serves the page, and the part of it that changes. */
  public void addTo(Pages pages) {
    pages.add("requests", exchange -> look.send(exchange, page()));
    pages.add("requests/live", exchange -> look.send(exchange, list()));
  }

  private Html page() {
    return Html.of(Look.file("requests.html"), look.style(), list());
  }

  private Html list() {
    var requests =
        topics.latest().stream()
            .flatMap(publication -> RequestMessage.of(publication).stream())
            .toList();
    return new RequestList(Live.latest(requests, MOST)).html();
  }
}
