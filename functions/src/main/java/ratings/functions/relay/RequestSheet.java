package ratings.functions.relay;

import static ratings.http.Html.element;
import static ratings.http.Html.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import ratings.domain.conversation.RequestToRate;
import ratings.domain.score.Scale;
import ratings.http.Html;

/**
 * The HTML part of a request's mail, as the oldest mail clients need it: tables, attributes beside
 * inline styles, nothing to be fetched. The ground keeps the reader's own colours, light or dark;
 * each answer brings both of its own, so that it can be read on either.
 *
 * @param question line by line
 */
record RequestSheet(
    RequestToRate request, String title, List<String> question, List<RequestOption> options) {
  private static final int CELLS_IN_A_ROW = 6;
  private static final String FONT = "font-family:Arial,Helvetica,sans-serif;";
  private static final String INK = "#14213d";
  private static final String GOLD = "#94560a";
  private static final List<String> FACES = List.of("😠", "😞", "😐", "😃", "😍");
  private static final List<String> THUMBS = List.of("👎", "👍");

  RequestSheet {
    question = List.copyOf(question);
    options = List.copyOf(options);
  }

  String document() {
    var language = RequestOption.labels(request).language();
    return Html.document(
        element("html", head(), body())
            .with("lang", language)
            .with("dir", Html.direction(language)));
  }

  private Html head() {
    return element(
        "head",
        element("meta")
            .with("http-equiv", "Content-Type")
            .with("content", "text/html; charset=utf-8"),
        meta("viewport", "width=device-width, initial-scale=1"),
        meta("color-scheme", "light dark"),
        meta("supported-color-schemes", "light dark"),
        element("title", title));
  }

  private static Html meta(String name, String content) {
    return element("meta").with("name", name).with("content", content);
  }

  private Html body() {
    var rows = new ArrayList<Html>();
    rows.add(row(cell(heading()).with("style", "padding:0 4px 20px;")));
    for (int from = 0; from < options.size(); from += CELLS_IN_A_ROW) {
      int to = Math.min(from + CELLS_IN_A_ROW, options.size());
      rows.add(row(cell(answers(options.subList(from, to)))));
    }
    var column = table(0, rows).with("width", "480").with("style", "width:100%;max-width:480px;");
    var page = cell(column).with("style", "padding:32px 8px;");
    return element("body", table(0, List.of(row(page))).with("width", "100%"))
        .with("style", "margin:0;padding:0;");
  }

  private Html heading() {
    var lines =
        IntStream.range(0, question.size())
            .boxed()
            .flatMap(
                i ->
                    i == 0
                        ? List.of(text(question.get(i))).stream()
                        : List.of(element("br"), text(question.get(i))).stream())
            .toList();
    return element("h1", lines)
        .with("dir", "auto")
        .with("style", "margin:0;" + FONT + "font-size:20px;line-height:28px;font-weight:bold;");
  }

  private Html answers(List<RequestOption> some) {
    var cells = some.stream().<Html>map(this::answer).toList();
    var table = table(4, List.of(element("tr", cells)));
    return request.scale() == Scale.NPS || request.scale() == Scale.THUMBS
        ? table
        : table.with("width", "100%").with("style", "table-layout:fixed;");
  }

  private Html answer(RequestOption option) {
    var link =
        element("a", mark(option))
            .with("href", option.url())
            .with("aria-label", option.label())
            .with("style", "display:block;text-decoration:none;color:" + INK + ";" + FONT + size());
    return cell(link)
        .with("width", width())
        .with("valign", "top")
        .with("bgcolor", ground())
        .with("style", "background-color:" + ground() + ";border-radius:10px;");
  }

  private String ground() {
    return request.scale() == Scale.STARS5 ? "#fff1cc" : "#e6edf8";
  }

  private String width() {
    return switch (request.scale()) {
      case STARS5, FACES5 -> "20%";
      case THUMBS -> "132";
      case NPS -> "44";
    };
  }

  private String size() {
    return switch (request.scale()) {
      case STARS5 -> "padding:8px 0;font-size:16px;line-height:20px;";
      case FACES5 -> "padding:10px 0;font-size:12px;line-height:16px;";
      case THUMBS -> "padding:10px 0;font-size:13px;line-height:16px;";
      case NPS -> "font-size:18px;line-height:48px;font-weight:bold;";
    };
  }

  private List<Html> mark(RequestOption option) {
    int index = option.value() - request.scale().lowest();
    return switch (request.scale()) {
      case STARS5 -> List.of(symbol("★", GOLD), element("br"), text("" + option.value()));
      case FACES5 -> List.of(symbol(FACES.get(index), INK), element("br"), text(option.label()));
      case THUMBS -> List.of(symbol(THUMBS.get(index), INK), element("br"), text(option.label()));
      case NPS -> List.of(text(option.label()));
    };
  }

  private static Html symbol(String symbol, String colour) {
    return element("span", symbol)
        .with("style", "font-size:30px;line-height:38px;color:" + colour + ";");
  }

  private static Html.Element table(int spacing, List<Html> rows) {
    return element("table", rows)
        .with("role", "presentation")
        .with("align", "center")
        .with("border", "0")
        .with("cellpadding", "0")
        .with("cellspacing", Integer.toString(spacing));
  }

  private static Html row(Html cell) {
    return element("tr", cell);
  }

  private static Html.Element cell(Html content) {
    return element("td", content).with("align", "center");
  }
}
