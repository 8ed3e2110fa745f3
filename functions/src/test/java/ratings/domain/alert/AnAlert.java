package ratings.domain.alert;

import java.util.List;
import java.util.Optional;
import ratings.domain.rating.VirtualClock;
import ratings.domain.score.Scale;
import ratings.domain.settings.RecipientRole;

/** Alerts with valid defaults, for tests: one star, and everybody known. */
public record AnAlert(
    String workspace,
    String conversation,
    Scale scale,
    int low,
    int now,
    List<RecipientRole> recipients,
    boolean quotes,
    Alert.People people) {

  public static final Alert.People NOBODY =
      new Alert.People(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  public static AnAlert of(String conversation) {
    var people =
        new Alert.People(
            Optional.of("t1"),
            Optional.of("Bo"),
            Optional.of("north"),
            Optional.of("m1"),
            Optional.of("m2"));
    return new AnAlert(
        "acme",
        conversation,
        Scale.STARS5,
        1,
        1,
        List.of(RecipientRole.RESPONSIBLE, RecipientRole.SUPERVISOR),
        false,
        people);
  }

  public AnAlert in(String other) {
    return new AnAlert(other, conversation, scale, low, now, recipients, quotes, people);
  }

  public AnAlert rated(Scale other, int score) {
    return new AnAlert(workspace, conversation, other, score, score, recipients, quotes, people);
  }

  public AnAlert changedTo(int score) {
    return new AnAlert(workspace, conversation, scale, low, score, recipients, quotes, people);
  }

  public AnAlert quoting() {
    return new AnAlert(workspace, conversation, scale, low, now, recipients, true, people);
  }

  public AnAlert with(Alert.People others) {
    return new AnAlert(workspace, conversation, scale, low, now, recipients, quotes, others);
  }

  public AnAlert to(RecipientRole... roles) {
    return new AnAlert(workspace, conversation, scale, low, now, List.of(roles), quotes, people);
  }

  public Alert make() {
    return new Alert(
        new Notice(workspace, low, recipients, quotes),
        conversation,
        "support",
        "telegram",
        scale,
        now,
        people,
        Optional.of("https://chat.example/" + conversation),
        VirtualClock.START,
        Optional.of("I waited an hour."));
  }
}
