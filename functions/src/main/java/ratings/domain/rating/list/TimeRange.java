package ratings.domain.rating.list;

import java.time.Instant;

/** From an instant to another, both included, to the millisecond. */
public record TimeRange(Instant first, Instant last) {

  public boolean isEmpty() {
    return first.isAfter(last);
  }

  TimeRange since(Instant instant) {
    return new TimeRange(first.isAfter(instant) ? first : instant, last);
  }

  TimeRange until(Instant instant) {
    return new TimeRange(first, last.isBefore(instant) ? last : instant);
  }
}
