package ratings.domain.rating;

import java.time.Instant;
import java.util.Optional;

/** What came of recording a submission. Every outcome says when it was judged. */
public sealed interface Recorded {

  /** The instant by which windows were judged. */
  Instant at();

  /** The conversation's first rating was stored. */
  record Created(Rating rating, Instant at) implements Recorded {}

  /** The stored rating was changed. */
  record Changed(Rating rating, Instant at) implements Recorded {}

  /** The same was stored before; nothing was written. */
  record Replayed(Rating rating, Optional<Receipt> receipt, Instant at) implements Recorded {}

  /** Nothing was written. */
  record Refused(Refusal refusal, Optional<Rating> stored, Instant at) implements Recorded {}

  /** The outcome of a verdict that was carried out. */
  static Recorded of(Verdict verdict, Instant at) {
    return switch (verdict) {
      case Verdict.Create(var next) -> new Created(next.rating().orElseThrow(), at);
      case Verdict.Change(var next) -> new Changed(next.rating().orElseThrow(), at);
      case Verdict.Replay(var rating, var receipt) -> new Replayed(rating, receipt, at);
      case Verdict.Refuse(var refusal, var stored) -> new Refused(refusal, stored, at);
    };
  }
}
