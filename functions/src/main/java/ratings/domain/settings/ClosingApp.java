package ratings.domain.settings;

import java.util.Map;
import java.util.Optional;
import ratings.domain.document.Fields;
import ratings.domain.document.Shape;

/**
 * A messenger app that closes conversations in place of our own request to rate (R31, R34). Apps
 * for a teammate's inbox do not qualify (R33).
 *
 * @param url an absolute http or https URL
 */
public record ClosingApp(String name, String url) {
  private static final String MESSENGER = "messenger";

  static final Shape<ClosingApp> SHAPE = Shape.of(ClosingApp::read, ClosingApp::document);

  /** The app as it stands on the wire. */
  public Map<String, Object> document() {
    return Map.of("name", name, "url", url, "kind", MESSENGER);
  }

  private static Optional<ClosingApp> read(Fields fields, String field) {
    return fields.object(field).map(ClosingApp::read);
  }

  private static ClosingApp read(Fields app) {
    var name = app.required("name", app.text("name", Limits.NAME), "");
    var url = app.required("url", UrlTemplate.PLAIN.read(app, "url").map(UrlTemplate::text), "");
    var kind = app.required("kind", app.text("kind", Limits.NAME), MESSENGER);
    if (!kind.equals(MESSENGER)) {
      app.violate("kind", "must be messenger: only an app that customers see can close for us");
    }
    app.refuseOthers();
    return new ClosingApp(name, url);
  }
}
