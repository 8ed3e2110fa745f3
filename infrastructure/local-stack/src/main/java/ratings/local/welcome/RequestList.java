package ratings.local.welcome;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ratings.local.requests.RequestMessage;
import ratings.local.requests.RequestMessage.Email;
import ratings.local.requests.RequestMessage.Option;

/** Requests to rate, each as the customer would see it in its channel. */
record RequestList(List<RequestMessage> newestFirst) {
  RequestList {
    newestFirst = List.copyOf(newestFirst);
  }

  Html html() {
    return newestFirst.isEmpty()
        ? Html.of("<section><p class=\"off\">None yet. Close a conversation.</p></section>")
        : Html.all(newestFirst.stream().map(RequestList::request).toList());
  }

  private static Html request(RequestMessage request) {
    return Html.of(
        "<section><h2>%s</h2><p class=\"off\">%s</p>%s</section>",
        request.say("channel"),
        about(request),
        request.email().map(email -> mail(request, email)).orElseGet(() -> message(request)));
  }

  private static String about(RequestMessage request) {
    return Stream.of(
            Live.TIME.format(request.at()) + " UTC",
            request.customerName(),
            request.say("conversationId"),
            request.say("scale"),
            request.say("language"))
        .filter(part -> !part.isEmpty())
        .reduce((one, other) -> one + ", " + other)
        .orElseThrow();
  }

  private static Html message(RequestMessage request) {
    return Html.of(
        "<div class=\"bubble\" dir=\"auto\"><p class=\"text\">%s</p><p"
            + " class=\"answers\">%s</p></div>%s",
        request.say("text"),
        Html.all(request.options().stream().map(RequestList::answer).toList()),
        page(request));
  }

  private static Html answer(Option option) {
    return link(option.url(), option.label().isEmpty() ? option.value() : option.label());
  }

  private static Html page(RequestMessage request) {
    var url = request.say("url");
    return url.isEmpty() ? Html.NOTHING : Html.of("<p>%s</p>", link(url, "The page"));
  }

  private static Html mail(RequestMessage request, Email email) {
    return Html.of(
        "<p>To %s</p><p><b>%s</b></p><iframe title=\"The mail\" srcdoc=\"%s\" sandbox="
            + "\"allow-popups allow-popups-to-escape-sandbox\"></iframe>"
            + "<details><summary>Plain text</summary><p class=\"text\">%s</p></details>",
        Optional.of(request.customerEmail())
            .filter(to -> !to.isEmpty())
            .orElse("nobody: no address"),
        email.subject(),
        inNewTabs(email.html()),
        email.text());
  }

  /** The page behind a link does not let itself be framed. */
  private static String inNewTabs(String html) {
    int inHead = html.indexOf("<head>") + "<head>".length();
    return inHead < "<head>".length()
        ? html
        : html.substring(0, inHead) + "<base target=\"_blank\">" + html.substring(inHead);
  }

  /** Of a link that is none to a page, only the words. */
  private static Html link(String url, String words) {
    return url.matches("https?://.*")
        ? Html.of(
            "<a href=\"%s\" target=\"_blank\" rel=\"noreferrer\" dir=\"auto\">%s</a>", url, words)
        : Html.of("<span>%s</span>", words);
  }
}
