package ratings.domain.webhook;

class FakeWebhooksTest extends WebhooksContract {
  @Override
  protected Webhooks store() {
    return new FakeWebhooks();
  }
}
