package ratings.domain.rating.list;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ratings.domain.rating.Answer;
import ratings.domain.rating.Source;
import ratings.domain.score.Scale;

/** Makes rows for tests; what is not said is as plain as can be. */
public final class ARating {
  private final String id;
  private Optional<String> messageId = Optional.empty();
  private Scale scale = Scale.STARS5;
  private int score = 4;
  private Optional<String> feedback = Optional.empty();
  private Optional<Boolean> resolved = Optional.empty();
  private List<String> reasons = List.of();
  private Optional<String> survey = Optional.empty();
  private Optional<String> userId = Optional.empty();
  private Optional<String> userName = Optional.empty();
  private String channel = "website";
  private String line = "support";
  private Optional<String> bot = Optional.empty();
  private Optional<String> teammateId = Optional.empty();
  private Optional<String> teammateName = Optional.empty();
  private Optional<String> team = Optional.empty();
  private Optional<String> language = Optional.empty();
  private Source source = Source.WIDGET;
  private Optional<Instant> askedAt = Optional.empty();
  private Instant recordedAt = Instant.parse("2026-11-21T09:30:00Z");
  private Optional<FollowUp> followUp = Optional.empty();

  private ARating(String id) {
    this.id = id;
  }

  public static ARating of(String conversation) {
    return new ARating(conversation);
  }

  public ARating message(String message) {
    messageId = Optional.of(message);
    return this;
  }

  public ARating score(int value) {
    score = value;
    return this;
  }

  public ARating on(Scale value) {
    scale = value;
    return this;
  }

  public ARating feedback(String text) {
    feedback = Optional.of(text);
    return this;
  }

  public ARating resolved(boolean value) {
    resolved = Optional.of(value);
    return this;
  }

  public ARating reasons(String... codes) {
    reasons = List.of(codes);
    return this;
  }

  public ARating survey(String value) {
    survey = Optional.of(value);
    return this;
  }

  public ARating user(String user, String name) {
    userId = Optional.of(user);
    userName = Optional.of(name);
    return this;
  }

  public ARating channel(String value) {
    channel = value;
    return this;
  }

  public ARating line(String value) {
    line = value;
    return this;
  }

  public ARating bot(String value) {
    bot = Optional.of(value);
    return this;
  }

  public ARating teammate(String teammate, String name, String teamName) {
    teammateId = Optional.of(teammate);
    teammateName = Optional.of(name);
    team = Optional.of(teamName);
    return this;
  }

  public ARating language(String value) {
    language = Optional.of(value);
    return this;
  }

  public ARating source(Source value) {
    source = value;
    return this;
  }

  public ARating asked(Instant at) {
    askedAt = Optional.of(at);
    return this;
  }

  public ARating recorded(Instant at) {
    recordedAt = at;
    return this;
  }

  public ARating followUp(FollowUp.State state) {
    followUp =
        Optional.of(new FollowUp(state, Optional.of("call back"), "t1", recordedAt.plusSeconds(9)));
    return this;
  }

  public ListedRating row() {
    return new ListedRating(
        id,
        messageId,
        scale,
        new Answer(score, feedback, resolved, reasons),
        survey,
        survey.map(s -> "How was " + s + "?"),
        userId,
        userName,
        channel,
        Optional.of(line).filter(_ -> channel.equals("website")),
        line,
        bot,
        teammateId,
        teammateName,
        team,
        language,
        source,
        askedAt,
        recordedAt,
        feedback.map(f -> recordedAt.plusSeconds(60)),
        false,
        Optional.of("https://chat.example/" + id.hashCode()),
        followUp);
  }
}
