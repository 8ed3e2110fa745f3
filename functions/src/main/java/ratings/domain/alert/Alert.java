package ratings.domain.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ratings.domain.document.Fingerprint;
import ratings.domain.score.Labels;
import ratings.domain.score.Scale;
import ratings.domain.settings.RecipientRole;

/**
 * The one announcement of a low rating (R92, D15).
 *
 * @param notice what it is about, and for whom
 * @param score of the rating as it stands now
 * @param people who are named in it, as far as the platform told of them
 * @param recordedAt when the conversation was first rated
 * @param feedback the customer's words, whether they may be quoted or not
 */
public record Alert(
    Notice notice,
    String conversation,
    String line,
    String channel,
    Scale scale,
    int score,
    People people,
    Optional<String> chatHistoryUrl,
    Instant recordedAt,
    Optional<String> feedback) {

  /** Whose conversation it was, and who answers for them. */
  public record People(
      Optional<String> teammate,
      Optional<String> teammateName,
      Optional<String> team,
      Optional<String> responsible,
      Optional<String> supervisor) {}

  /** The same for the same conversation, however often it is announced, and for no other. */
  public String id() {
    return Fingerprint.of(List.of("low-rating", notice.workspace(), conversation));
  }

  /** The customer's words, where the line lets them be passed on. */
  public Optional<String> quoted() {
    return feedback.filter(_ -> notice.quotes());
  }

  /**
   * Each role that is to hear of it, and beside it, as {@code supervisor:m2}, the one who has that
   * role here: subscribers choose by either.
   */
  public List<String> recipients() {
    var recipients = new ArrayList<String>();
    for (var role : notice.recipients()) {
      recipients.add(role.code());
      person(role).ifPresent(person -> recipients.add(role.code() + ":" + person));
    }
    return List.copyOf(recipients);
  }

  private Optional<String> person(RecipientRole role) {
    return switch (role) {
      case RESPONSIBLE -> people.responsible();
      case SUPERVISOR -> people.supervisor();
      case GROUP -> Optional.empty();
    };
  }

  /** The score in words, as {@code 1 of 5}. */
  public String rated() {
    return rated(scale, notice.score());
  }

  /** Any score in words. */
  public static String rated(Scale scale, int score) {
    return switch (scale) {
      case THUMBS -> Labels.in("en").of(scale, score);
      case STARS5, FACES5, NPS -> score + " of " + scale.highest();
    };
  }

  /** What happened, in a sentence or two for people. */
  public String text() {
    var text = new StringBuilder();
    text.append("Conversation ").append(conversation);
    people
        .teammateName()
        .or(people::teammate)
        .ifPresent(name -> text.append(" with ").append(name));
    people.team().ifPresent(team -> text.append(" of team ").append(team));
    text.append(" was rated ").append(rated()).append(" on line ").append(line).append(" (");
    text.append(channel).append(").");
    if (score != notice.score()) {
      text.append(" It has been changed to ").append(rated(scale, score)).append(" since.");
    }
    return text.toString();
  }
}
