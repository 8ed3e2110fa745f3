package ratings.domain.notification;

class FakeRecipientsTest extends RecipientsContract {
  @Override
  protected Recipients recipients() {
    return new FakeRecipients();
  }
}
