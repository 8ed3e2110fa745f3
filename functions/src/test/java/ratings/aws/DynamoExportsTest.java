package ratings.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import ratings.domain.export.Exports;
import ratings.domain.export.ExportsContract;
import ratings.domain.export.Orders;

class DynamoExportsTest extends ExportsContract {
  private final LocalTable table = LocalTable.ofRatings();

  @Override
  protected Exports store() {
    var own = LocalTable.ofRatings();
    return new DynamoExports(own.dynamo(), own.name(), Retries.whileSomebodyWaits());
  }

  @Test
  void aVersionThatWasKeptByATryWhoseAnswerWasLostIsOurs() {
    var exports = new DynamoExports(table.dynamo(), table.name(), Retries.whileSomebodyWaits());
    var queued = Orders.everything();
    exports.add(queued);
    var next = queued.cancelled(Orders.NOW);

    assertThat(exports.replace(next)).isTrue();
    assertThat(exports.replace(next)).isTrue();
    assertThat(exports.replace(queued.failed("other", Orders.NOW))).isFalse();
  }
}
