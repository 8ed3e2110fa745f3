package ratings.domain.settings;

class FakeSettingsTest extends SettingsContract {
  @Override
  protected Store store() {
    var fake = new FakeSettings();
    return new Store(fake, fake, fake);
  }
}
