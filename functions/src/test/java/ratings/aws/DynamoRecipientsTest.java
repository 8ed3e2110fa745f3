package ratings.aws;

import org.junit.jupiter.api.AutoClose;
import ratings.domain.notification.Recipients;
import ratings.domain.notification.RecipientsContract;

class DynamoRecipientsTest extends RecipientsContract {
  @AutoClose private LocalTable table;

  @Override
  protected Recipients recipients() {
    table = LocalTable.ofRatings();
    return new DynamoRecipients(table.dynamo(), table.name(), Retries.whileSomebodyWaits());
  }
}
