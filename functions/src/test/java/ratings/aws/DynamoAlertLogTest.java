package ratings.aws;

import ratings.domain.notification.AlertLog;
import ratings.domain.notification.AlertLogContract;
import ratings.domain.rating.VirtualClock;

class DynamoAlertLogTest extends AlertLogContract {
  @Override
  protected AlertLog log() {
    var table = LocalTable.ofRatings();
    return new DynamoAlertLog(
        table.dynamo(), table.name(), new VirtualClock(), Retries.whileSomebodyWaits());
  }
}
