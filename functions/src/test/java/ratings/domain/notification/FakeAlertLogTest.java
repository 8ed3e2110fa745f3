package ratings.domain.notification;

class FakeAlertLogTest extends AlertLogContract {
  @Override
  protected AlertLog log() {
    return new FakeAlertLog();
  }
}
