package ratings.functions.site;

import java.io.IOException;
import java.util.List;
import org.crac.Core;
import ratings.http.PrimedFunction;
import ratings.http.Problem;
import ratings.http.Rehearsal;
import ratings.http.Request;
import ratings.http.Response;

/** Serves the widget's script and its texts, and the pages for admins. */
public final class SiteFunction implements PrimedFunction {
  private final WidgetFiles widget = new WidgetFiles();
  private final AdminPages admin = new AdminPages();

  public SiteFunction() {
    Core.getGlobalContext().register(this);
  }

  @Override
  public Response answer(Request request) throws Problem.Refused {
    return switch (request.route()) {
      case "GET /widget/{file}" -> widget.script(request);
      case "GET /widget/texts/{file}" -> widget.texts(request);
      default -> admin.answer(request);
    };
  }

  static Problem.Refused missing() {
    return new Problem.Refused(Problem.notFound("There is no such file."));
  }

  @Override
  public List<Response> prime() throws IOException {
    return List.of(
        rehearse(Rehearsal.of("GET /widget/{file}").with("file", "ratings.js")),
        rehearse(Rehearsal.of("GET /admin/{proxy+}").with("proxy", "ratings")));
  }
}
