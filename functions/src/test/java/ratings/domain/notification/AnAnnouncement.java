package ratings.domain.notification;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ratings.domain.rating.VirtualClock;
import ratings.domain.score.Scale;

/** Low ratings with valid defaults, for tests: one star for Bo of team north. */
public record AnAnnouncement(
    String workspace,
    String conversation,
    String line,
    Scale scale,
    int score,
    Instant recordedAt,
    List<String> hearing,
    Optional<String> feedback) {

  public static AnAnnouncement of(String conversation) {
    return new AnAnnouncement(
        "acme",
        conversation,
        "support",
        Scale.STARS5,
        1,
        VirtualClock.START,
        List.of("responsible", "responsible:m1", "supervisor", "supervisor:m2"),
        Optional.empty());
  }

  public AnAnnouncement in(String other) {
    return new AnAnnouncement(
        other, conversation, line, scale, score, recordedAt, hearing, feedback);
  }

  public AnAnnouncement on(String other) {
    return new AnAnnouncement(
        workspace, conversation, other, scale, score, recordedAt, hearing, feedback);
  }

  public AnAnnouncement rated(Scale other, int low) {
    return new AnAnnouncement(
        workspace, conversation, line, other, low, recordedAt, hearing, feedback);
  }

  public AnAnnouncement at(Instant other) {
    return new AnAnnouncement(
        workspace, conversation, line, scale, score, other, hearing, feedback);
  }

  public AnAnnouncement to(String... others) {
    return new AnAnnouncement(
        workspace, conversation, line, scale, score, recordedAt, List.of(others), feedback);
  }

  public AnAnnouncement quoting(String words) {
    return new AnAnnouncement(
        workspace, conversation, line, scale, score, recordedAt, hearing, Optional.of(words));
  }

  public Announcement make() {
    return new Announcement(
        workspace,
        "alert-" + conversation,
        conversation,
        line,
        "telegram",
        scale,
        score,
        Optional.of("t1"),
        Optional.of("north"),
        recordedAt,
        Optional.of("https://chat.example/" + conversation),
        hearing,
        "Conversation " + conversation + " with Bo was rated " + score + ".",
        feedback);
  }
}
