package ratings.local.welcome;

import ratings.local.template.ApiResource;
import ratings.local.template.TableResource;
import ratings.local.template.Template;

/** What the template declares, as the start page shows it: routes, tables, and what is left out. */
record Declared(Template template) {

  Html routes() {
    return Html.all(
        template.apis().stream()
            .flatMap(api -> api.routes().stream().map(route -> route(api, route)))
            .toList());
  }

  Html tables() {
    return Html.all(template.tables().stream().map(Declared::table).toList());
  }

  Html ignored() {
    return Html.all(template.ignored().stream().map(line -> Html.of("<li>%s</li>", line)).toList());
  }

  private Html route(ApiResource api, ApiResource.Route route) {
    String where = template.apis().size() > 1 ? api.id() : "";
    return Html.of(
        "<tr><td><code>%s</code> %s</td><td>%s</td><td>%s</td></tr>",
        Html.breakable(route.key()),
        where,
        Html.breakable(route.functionId()),
        route.authorizer().isPresent() ? "token" : "");
  }

  private static Html table(TableResource table) {
    var indexes = table.indexes().stream().map(TableResource.Index::name).toList();
    return Html.of(
        "<tr><td>%s</td><td>%s</td><td>%s</td></tr>",
        Html.breakable(table.id()),
        String.join(", ", indexes),
        table.streamView().isPresent() ? "stream" : "");
  }
}
