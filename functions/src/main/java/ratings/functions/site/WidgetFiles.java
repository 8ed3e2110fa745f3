package ratings.functions.site;

import java.util.HashMap;
import java.util.Map;
import ratings.domain.score.Labels;
import ratings.http.Problem;
import ratings.http.Request;
import ratings.http.Response;

/** The widget's script and its texts, which any website may load. */
final class WidgetFiles {
  private static final String JSON = ".json";

  private final Asset script = Asset.load("widget/ratings.js");
  private final Map<String, Asset> texts = new HashMap<>();

  WidgetFiles() {
    for (var language : Labels.languages()) {
      texts.put(language, Asset.load("widget/texts/" + language + JSON));
    }
  }

  Response script(Request request) throws Problem.Refused {
    return switch (request.parameter("file")) {
      case "ratings.js" -> open(script, Asset.FOR_A_WHILE, request);
      case String named when named.equals("ratings." + script.fingerprint() + ".js") ->
          open(script, Asset.FOR_EVER, request);
      case String _ -> throw SiteFunction.missing();
    };
  }

  /** In the language, or the one that it is a kind of, else in English. */
  Response texts(Request request) throws Problem.Refused {
    var file = request.parameter("file");
    if (!file.endsWith(JSON)) {
      throw SiteFunction.missing();
    }
    var language = Labels.in(file.substring(0, file.length() - JSON.length())).language();
    return open(texts.get(language), Asset.FOR_A_WHILE, request);
  }

  private static Response open(Asset asset, String caching, Request request)
      throws Problem.Refused {
    return asset
        .response(request, caching)
        .with("access-control-allow-origin", "*")
        .with("cross-origin-resource-policy", "cross-origin");
  }
}
