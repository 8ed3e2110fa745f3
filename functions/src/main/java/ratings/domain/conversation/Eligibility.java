package ratings.domain.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import ratings.domain.settings.ClosingApp;
import ratings.domain.settings.Line;

/**
 * Whether a close asks its customer: every criterion is judged, whatever the others say (R25). What
 * a platform does not tell cannot speak against asking, or who only knows the least would never
 * ask; but that it names no teammate says that none took part.
 *
 * @param asked whether the conversation's customer was asked before, or rated
 */
public record Eligibility(Line line, Closing closing, boolean asked) {

  /** What holds whoever ends it; the other criteria spare a visitor who does so (D8). */
  private static final Set<Obstacle> OF_EVERY_END =
      Set.of(
          Obstacle.RATINGS_OFF,
          Obstacle.ALREADY_ASKED,
          Obstacle.SNOOZED,
          Obstacle.CUSTOM_APP,
          Obstacle.CLOSED_BY_NOT_ASKED,
          Obstacle.CHANNEL_CANNOT_ASK);

  /** Every criterion that fails, in the order of the codes. */
  public Obstacles obstacles() {
    var all = Arrays.stream(Obstacle.values()).filter(this::applies).filter(this::fails).toList();
    return all.isEmpty() ? Obstacles.none() : new Obstacles(all, app());
  }

  private boolean applies(Obstacle criterion) {
    return !closing.ending().by().isVisitor() || OF_EVERY_END.contains(criterion);
  }

  private boolean fails(Obstacle criterion) {
    return switch (criterion) {
      case RATINGS_OFF -> !line.collectRatings();
      case NO_TEAMMATE -> closing.people().teammate().isEmpty() && !startedBy(StartedBy.TEAMMATE);
      case OUTBOUND_OFF -> startedBy(StartedBy.TEAMMATE) && !line.directOutbound();
      case WORKFLOW_OFF -> startedByMachine() && !line.workflowOutbound();
      case TOO_SHORT -> isTooShort();
      case TOO_OLD -> isTooOld();
      case GROUP -> closing.ending().customers().filter(customers -> customers > 1).isPresent();
      case ALREADY_ASKED -> asked;
      case SNOOZED -> closing.ending().snoozed();
      case CUSTOM_APP -> app().isPresent();
      case CLOSED_BY_NOT_ASKED -> !line.askAfter().contains(closing.ending().by());
      case AUDIENCE_OFF -> isOutOfAudience();
      case CHANNEL_CANNOT_ASK -> !Channel.of(closing.channel()).canAsk();
    };
  }

  private boolean startedBy(StartedBy who) {
    return closing.ending().startedBy().filter(who::equals).isPresent();
  }

  private boolean startedByMachine() {
    return startedBy(StartedBy.WORKFLOW) || startedBy(StartedBy.API);
  }

  /** 250 characters are too few, 251 are not (D1). */
  private boolean isTooShort() {
    return closing.ending().characters().filter(n -> n <= line.minimumCharacters()).isPresent();
  }

  /** A week to the millisecond is not too old (D1). */
  private boolean isTooOld() {
    var longest = Duration.ofDays(line.staleAfterDays());
    return lastReply()
        .filter(reply -> reply.plus(longest).isBefore(closing.ending().at()))
        .isPresent();
  }

  /** The latest that is told of, by either side. */
  private Optional<Instant> lastReply() {
    var ending = closing.ending();
    return Stream.of(ending.lastReplyAt(), ending.lastCustomerMessageAt())
        .flatMap(Optional::stream)
        .max(Comparator.naturalOrder());
  }

  /** Whoever is not told of is in every audience but none. */
  private boolean isOutOfAudience() {
    var audience = line.audience();
    return closing
        .ending()
        .audience()
        .map(who -> !audience.contains(who))
        .orElse(audience.isEmpty());
  }

  private Optional<ClosingApp> app() {
    return line.closingApp();
  }
}
