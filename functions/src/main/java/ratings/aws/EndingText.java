package ratings.aws;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import ratings.domain.conversation.Ending;
import ratings.domain.conversation.StartedBy;
import ratings.domain.settings.Audience;
import ratings.domain.settings.ClosedBy;

/**
 * How a conversation ended, but for when: a text in its item, as {@code teammate customer user
 * mi8vbqdc - 812 1}, of what decided whether to ask; times are milliseconds to the base of 36. It
 * is short, for every byte counts there, and tells of nobody: whoever took part stands beside it,
 * where they are erased from.
 */
final class EndingText {
  private static final String UNTOLD = "-";
  private static final int BASE = 36;

  private EndingText() {}

  static String write(Ending ending) {
    return String.join(
        " ",
        ending.by().code(),
        told(ending.startedBy(), StartedBy::code),
        told(ending.audience(), Audience::code),
        told(ending.lastReplyAt(), EndingText::time),
        told(ending.lastCustomerMessageAt(), EndingText::time),
        told(ending.characters(), Object::toString),
        told(ending.customers(), Object::toString));
  }

  /** The ending at a time; a close that is stored never was one to sleep over. */
  static Ending read(Instant at, String text) {
    var parts = text.split(" ", -1);
    return new Ending(
        ClosedBy.of(parts[0]).orElseThrow(),
        at,
        false,
        part(parts[1]).flatMap(StartedBy::of),
        part(parts[2]).flatMap(Audience::of),
        part(parts[3]).map(EndingText::time),
        part(parts[4]).map(EndingText::time),
        part(parts[5]).map(Integer::valueOf),
        part(parts[6]).map(Integer::valueOf));
  }

  private static <T> String told(Optional<T> value, Function<T, String> text) {
    return value.map(text).orElse(UNTOLD);
  }

  private static Optional<String> part(String text) {
    return Optional.of(text).filter(part -> !part.equals(UNTOLD));
  }

  private static String time(Instant at) {
    return Long.toString(at.toEpochMilli(), BASE);
  }

  private static Instant time(String text) {
    return Instant.ofEpochMilli(Long.parseLong(text, BASE));
  }
}
