package ratings.aws;

import ratings.domain.settings.SettingsContract;

class DynamoSettingsTest extends SettingsContract {
  @Override
  protected Store store() {
    var table = LocalTable.ofRatings();
    var dynamo = new DynamoSettings(table.dynamo(), table.name(), Retries.whileSomebodyWaits());
    return new Store(dynamo, dynamo, dynamo);
  }
}
