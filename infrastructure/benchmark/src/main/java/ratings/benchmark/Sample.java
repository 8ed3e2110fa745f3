package ratings.benchmark;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import ratings.aws.DynamoSettings;
import ratings.aws.Retries;
import ratings.domain.document.Reading.Invalid;
import ratings.domain.document.Reading.Valid;
import ratings.domain.settings.Condition;
import ratings.domain.settings.Settings;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The workspace that is measured: one widget, with settings of its own as an admin would have. */
final class Sample {
  static final String TABLE = "RatingsTable";
  static final String BUCKET = "exports";
  static final String WORKSPACE = "main";
  static final String WIDGET = "support";

  private Sample() {}

  /** The event of a first rating, as an HTTP API sends it. */
  static byte[] event() throws IOException {
    try (var in = Sample.class.getResourceAsStream("event.json")) {
      return in.readAllBytes();
    }
  }

  static DynamoSettings storeSettings(DynamoDbClient dynamo) {
    var settings = new DynamoSettings(dynamo, TABLE, Retries.whileSomebodyWaits());
    settings.put(WORKSPACE, workspace(), new Condition.Always());
    settings.put(WORKSPACE, WIDGET, line(), new Condition.Always());
    return settings;
  }

  private static Settings workspace() {
    return switch (Settings.readWorkspace(
        Map.of("name", "Example Ltd", "timeZone", "Europe/Berlin", "rateWithinHours", 48))) {
      case Valid<Settings>(var settings) -> settings;
      case Invalid<Settings>(var violations) ->
          throw new IllegalStateException(violations.toString());
    };
  }

  private static Settings line() {
    var document =
        Map.of(
            "name",
            "Support",
            "channel",
            "website",
            "allowedOrigins",
            List.of("https://www.example.com"),
            "requestText",
            Map.of("en", "How did we do?", "de", "Wie waren wir?"),
            "changeWithinHours",
            24);
    return switch (Settings.readLine(document, workspace())) {
      case Valid<Settings>(var settings) -> settings;
      case Invalid<Settings>(var violations) ->
          throw new IllegalStateException(violations.toString());
    };
  }
}
