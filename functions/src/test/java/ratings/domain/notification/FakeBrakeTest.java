package ratings.domain.notification;

class FakeBrakeTest extends BrakeContract {
  @Override
  protected Brake brake(Recipient... recipients) {
    return new FakeBrake();
  }
}
