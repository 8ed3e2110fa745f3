package ratings.local.welcome;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import ratings.local.http.Pages;
import ratings.local.webhooks.Arrival;
import ratings.local.webhooks.Receiver;
import ratings.local.webhooks.Verdict;

/** The page of what webhooks brought to the stack's own receiver. */
public final class WebhooksPage {
  private static final int MOST = 50;

  private final Receiver receiver;
  private final Look look = new Look();

  public WebhooksPage(Receiver receiver) {
    this.receiver = receiver;
  }

  /** Serves the part of the page that changes. */
  public void addTo(Pages pages) {
    pages.add("webhooks/live", exchange -> look.send(exchange, list()));
  }

  /** Serves the page. */
  public void send(HttpExchange exchange) throws IOException {
    look.send(exchange, Html.of(Look.file("webhooks.html"), look.style(), list()));
  }

  private Html list() {
    var arrivals = Live.latest(receiver.arrivals(), MOST);
    return arrivals.isEmpty()
        ? Html.of("<section><p class=\"off\">None yet. Register a webhook to here.</p></section>")
        : Html.all(arrivals.stream().map(WebhooksPage::arrival).toList());
  }

  private static Html arrival(Arrival arrival) {
    return Html.of(
        "<section><h2><span class=\"%s\">%s</span></h2><p class=\"off\">%s UTC, box %s, %s,"
            + " answered %s%s</p><p class=\"text\">%s</p></section>",
        arrival.verdict() == Verdict.VERIFIED ? "on" : "bad",
        arrival.verdict().code(),
        Live.TIME.format(arrival.at()),
        arrival.box(),
        arrival.id().isEmpty() ? "no id" : arrival.id(),
        arrival.status(),
        arrival.repeated() ? ", a repetition" : "",
        arrival.body());
  }
}
