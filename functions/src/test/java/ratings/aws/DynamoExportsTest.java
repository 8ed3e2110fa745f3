package ratings.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import ratings.domain.export.Exports;
import ratings.domain.export.ExportsContract;
import ratings.domain.export.Orders;
import ratings.domain.export.OverdueExports;

class DynamoExportsTest extends ExportsContract {
  @AutoClose private final LocalTable table = LocalTable.ofRatings();

  @Override
  protected Exports store() {
    return new DynamoExports(table.dynamo(), table.name(), Retries.whileSomebodyWaits());
  }

  @Override
  protected OverdueExports overdue() {
    return new DynamoOverdueExports(table.dynamo(), table.name(), Retries.whileSomebodyWaits());
  }

  @Test
  void aVersionThatWasKeptByATryWhoseAnswerWasLostIsOurs() {
    var exports = store();
    var queued = Orders.everything();
    exports.add(queued);
    var next = queued.cancelled(Orders.NOW);

    assertThat(exports.replace(next)).isTrue();
    assertThat(exports.replace(next)).isTrue();
    assertThat(exports.replace(queued.failed("other", Orders.NOW))).isFalse();
  }
}
