package ratings.aws;

import ratings.domain.notification.Recipients;
import ratings.domain.notification.RecipientsContract;

class DynamoRecipientsTest extends RecipientsContract {
  @Override
  protected Recipients recipients() {
    var table = LocalTable.ofRatings();
    return new DynamoRecipients(table.dynamo(), table.name(), Retries.whileSomebodyWaits());
  }
}
