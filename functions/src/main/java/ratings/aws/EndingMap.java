package ratings.aws;

import static ratings.aws.Attributes.instant;
import static ratings.aws.Attributes.string;
import static ratings.aws.Attributes.text;
import static ratings.aws.Attributes.time;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import ratings.domain.conversation.Ending;
import ratings.domain.conversation.StartedBy;
import ratings.domain.settings.Audience;
import ratings.domain.settings.ClosedBy;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * How a conversation ended, but for when: a map in its item, of what decided whether to ask. It
 * tells of nobody: whoever took part stands beside it, where they are erased from.
 */
final class EndingMap {
  private static final String BY = "by";
  private static final String STARTED_BY = "startedBy";
  private static final String AUDIENCE = "audience";
  private static final String REPLIED_AT = "repliedAt";
  private static final String CUSTOMER_AT = "customerAt";
  private static final String CHARACTERS = "characters";
  private static final String CUSTOMERS = "customers";

  private EndingMap() {}

  static AttributeValue of(Ending ending) {
    var map = new HashMap<String, AttributeValue>();
    map.put(BY, text(ending.by().code()));
    ending.startedBy().ifPresent(by -> map.put(STARTED_BY, text(by.code())));
    ending.audience().ifPresent(whom -> map.put(AUDIENCE, text(whom.code())));
    ending.lastReplyAt().ifPresent(at -> map.put(REPLIED_AT, time(at)));
    ending.lastCustomerMessageAt().ifPresent(at -> map.put(CUSTOMER_AT, time(at)));
    ending.characters().ifPresent(count -> map.put(CHARACTERS, Attributes.number(count)));
    ending.customers().ifPresent(count -> map.put(CUSTOMERS, Attributes.number(count)));
    return AttributeValue.fromM(map);
  }

  /** The ending at a time; a close that is stored never was one to sleep over. */
  static Ending ending(Instant at, Map<String, AttributeValue> map) {
    return new Ending(
        string(map, BY).flatMap(ClosedBy::of).orElseThrow(),
        at,
        false,
        string(map, STARTED_BY).flatMap(StartedBy::of),
        string(map, AUDIENCE).flatMap(Audience::of),
        instant(map, REPLIED_AT),
        instant(map, CUSTOMER_AT),
        count(map, CHARACTERS),
        count(map, CUSTOMERS));
  }

  private static Optional<Integer> count(Map<String, AttributeValue> map, String name) {
    return Optional.ofNullable(map.get(name)).map(count -> Integer.valueOf(count.n()));
  }
}
