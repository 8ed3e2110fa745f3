package ratings.domain.bot;

class FakeBotClientsTest extends BotClientsContract {
  private final FakeBotClients clients = new FakeBotClients();

  @Override
  protected BotClients clients() {
    return clients;
  }

  @Override
  protected Credentials credentials() {
    return clients;
  }
}
