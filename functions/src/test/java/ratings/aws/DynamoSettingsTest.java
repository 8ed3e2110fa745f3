package ratings.aws;

import org.junit.jupiter.api.AutoClose;
import ratings.domain.settings.SettingsContract;

class DynamoSettingsTest extends SettingsContract {
  @AutoClose private LocalTable table;

  @Override
  protected Store store() {
    table = LocalTable.ofRatings();
    var dynamo = new DynamoSettings(table.dynamo(), table.name(), Retries.whileSomebodyWaits());
    return new Store(dynamo, dynamo, dynamo);
  }
}
