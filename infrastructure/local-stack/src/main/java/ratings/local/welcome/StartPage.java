package ratings.local.welcome;

import ratings.local.http.Pages;

/** The start page: what runs, what to try next, and what happened last. */
public final class StartPage {
  private final Running running;
  private final Live live;
  private final Look look = new Look();

  public StartPage(Running running) {
    this.running = running;
    this.live = new Live(running);
  }

  /** Serves the page, the part of it that changes, and its script. */
  public void addTo(Pages pages) {
    pages.add("", exchange -> look.send(exchange, page()));
    pages.add("live", exchange -> look.send(exchange, live.html()));
    pages.add("start.js", look::sendScript);
  }

  private Html page() {
    var declared = new Declared(running.template());
    return Html.of(
        Look.file("start.html"),
        look.style(),
        running.site(),
        addresses(),
        examples(),
        tokens(),
        declared.routes(),
        live.html(),
        declared.tables(),
        declared.ignored());
  }

  private Html addresses() {
    return Html.all(
        running.addresses().entrySet().stream()
            .map(api -> Html.of("<p><code>%s</code> %s</p>", api.getValue(), api.getKey()))
            .toList());
  }

  private Html examples() {
    return Html.all(
        running.addresses().values().stream()
            .limit(1)
            .flatMap(api -> Example.of(api).stream())
            .map(it -> Html.of("<li><p>%s</p><pre>%s</pre></li>", it.what(), it.command()))
            .toList());
  }

  private Html tokens() {
    return Html.all(
        ReadyToken.of(running.issuer()).stream()
            .map(
                it ->
                    Html.of(
                        "<li><p><b>%s</b> %s</p><pre class=\"cut\">%s</pre></li>",
                        it.name(), it.use(), it.export()))
            .toList());
  }
}
