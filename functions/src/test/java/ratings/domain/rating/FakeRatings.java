package ratings.domain.rating;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import ratings.domain.conversation.Closing;
import ratings.domain.conversation.ConversationId;
import ratings.domain.conversation.DeliveryReport;
import ratings.domain.settings.Line;

/** Conversations in memory, one at a time. */
public final class FakeRatings implements Ratings, Conversations, Deadlines {
  private final Map<ConversationId, Standing> conversations = new HashMap<>();
  private final Clock clock;

  public FakeRatings(Clock clock) {
    this.clock = clock;
  }

  /** How many conversations there are. */
  public synchronized int size() {
    return conversations.size();
  }

  @Override
  public synchronized Recorded record(Attempt attempt) {
    var standing =
        find(attempt.conversation())
            .orElseGet(() -> Standing.unheardOf(attempt.line(), clock.instant()));
    var now = standing.judgedAt(attempt.takenAt().orElseGet(clock::instant));
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
    conversations.put(showing.conversation(line), standing.shown(clock.instant()));
    return true;
  }

  @Override
  public synchronized Asked close(Line line, ConversationId conversation, Closing closing) {
    var judged = judge(line, conversation, closing);
    judged.next().ifPresent(next -> conversations.put(conversation, next));
    return judged.asked();
  }

  @Override
  public synchronized Asked decide(Line line, ConversationId conversation, Closing closing) {
    return judge(line, conversation, closing).asked();
  }

  @Override
  public synchronized void reopen(ConversationId conversation) {
    conversations.computeIfPresent(conversation, (_, standing) -> standing.reopened());
  }

  @Override
  public synchronized boolean report(ConversationId conversation, DeliveryReport report) {
    var next = find(conversation).flatMap(standing -> standing.after(report, clock.instant()));
    next.ifPresent(standing -> conversations.put(conversation, standing));
    return next.isPresent();
  }

  @Override
  public synchronized Swept sweep(BooleanSupplier mayGoOn) {
    var now = clock.instant();
    conversations.replaceAll(
        (_, standing) ->
            standing.withdrawn() || now.isBefore(standing.end()) ? standing : standing.ended());
    return Swept.NOTHING;
  }

  private Asked.Judged judge(Line line, ConversationId conversation, Closing closing) {
    var now = clock.instant();
    return find(conversation)
        .orElseGet(() -> Standing.unheardOf(line, now))
        .judge(line, conversation, closing, now);
  }

  @Override
  public synchronized Optional<Standing> find(ConversationId conversation) {
    return Optional.ofNullable(conversations.get(conversation));
  }
}
