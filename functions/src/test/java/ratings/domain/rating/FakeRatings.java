package ratings.domain.rating;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import ratings.domain.conversation.ConversationId;
import ratings.domain.settings.Line;

/** Conversations in memory, one at a time. */
public final class FakeRatings implements Ratings {
  private final Map<ConversationId, Standing> conversations = new HashMap<>();
  private final Clock clock;

  public FakeRatings(Clock clock) {
    this.clock = clock;
  }

  @Override
  public synchronized Recorded record(Attempt attempt) {
    var now = clock.instant();
    var standing =
        find(attempt.conversation()).orElseGet(() -> Standing.unheardOf(attempt.line(), now));
    var verdict = standing.judge(attempt, now);
    switch (verdict) {
      case Verdict.Create(var next) -> conversations.put(attempt.conversation(), next);
      case Verdict.Change(var next) -> conversations.put(attempt.conversation(), next);
      case Verdict.Replay _, Verdict.Refuse _ -> {}
    }
    return Recorded.of(verdict, now);
  }

  @Override
  public synchronized boolean show(Line line, Showing showing) {
    var standing =
        conversations.computeIfAbsent(
            showing.conversation(line), _ -> Standing.unheardOf(line, clock.instant()));
    if (!standing.line().equals(line.id())) {
      return false;
    }
    conversations.put(showing.conversation(line), standing.shown());
    return true;
  }

  @Override
  public synchronized Optional<Standing> find(ConversationId conversation) {
    return Optional.ofNullable(conversations.get(conversation));
  }
}
