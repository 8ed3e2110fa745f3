package ratings.functions.site;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.crac.Core;
import ratings.domain.score.Labels;
import ratings.http.PrimedFunction;
import ratings.http.Problem;
import ratings.http.Rehearsal;
import ratings.http.Request;
import ratings.http.Response;

/** Serves the widget's script and its texts. */
public final class SiteFunction implements PrimedFunction {
  /** A browser asks again after five minutes, and an edited script is there within as many. */
  private static final String FOR_A_WHILE = "public, max-age=300";

  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  private final Asset script = Asset.load("widget/ratings.js", "text/javascript; charset=utf-8");
  private final Map<String, Asset> texts = new HashMap<>();

  public SiteFunction() {
    Labels.languages()
        .forEach(
            language ->
                texts.put(
                    language,
                    Asset.load("widget/texts/" + language + ".json", "application/json")));
    Core.getGlobalContext().register(this);
  }

  @Override
  public Response answer(Request request) throws Problem.Refused {
    var file = request.parameter("file");
    if (request.route().equals("GET /widget/texts/{file}")) {
      return serve(texts(file), FOR_A_WHILE, request);
    }
    boolean named = file.equals("ratings." + script.fingerprint() + ".js");
    return named
        ? serve(script, FOR_EVER, request)
        : serve(file.equals("ratings.js") ? script : null, FOR_A_WHILE, request);
  }

  /** In the language, or the one that it is a kind of, else in English. */
  private Asset texts(String file) {
    return file.endsWith(".json")
        ? texts.get(Labels.in(file.substring(0, file.length() - ".json".length())).language())
        : null;
  }

  private static Response serve(Asset asset, String caching, Request request)
      throws Problem.Refused {
    if (asset == null) {
      throw new Problem.Refused(Problem.notFound("There is no such file."));
    }
    return asset
        .response(request)
        .with("cache-control", caching)
        .tagged(asset.fingerprint(), request);
  }

  @Override
  public List<Response> prime() throws IOException {
    return List.of(rehearse(Rehearsal.of("GET /widget/{file}").with("file", "ratings.js")));
  }
}
