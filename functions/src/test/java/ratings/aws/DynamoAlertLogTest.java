package ratings.aws;

import org.junit.jupiter.api.AutoClose;
import ratings.domain.notification.AlertLog;
import ratings.domain.notification.AlertLogContract;
import ratings.domain.rating.VirtualClock;

class DynamoAlertLogTest extends AlertLogContract {
  @AutoClose private LocalTable table;

  @Override
  protected AlertLog log() {
    table = LocalTable.ofRatings();
    return new DynamoAlertLog(
        table.dynamo(), table.name(), new VirtualClock(), Retries.whileSomebodyWaits());
  }
}
