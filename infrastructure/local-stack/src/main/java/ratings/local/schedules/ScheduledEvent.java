package ratings.local.schedules;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import ratings.local.account.Account;

/** The event that a scheduled function gets. */
final class ScheduledEvent {
  private ScheduledEvent() {}

  static byte[] of(Schedule schedule, Account account, Instant at) {
    return schedule
        .input()
        .orElseGet(() -> usual(schedule, account, at).toString())
        .getBytes(StandardCharsets.UTF_8);
  }

  private static ObjectNode usual(Schedule schedule, Account account, Instant at) {
    var event =
        JsonNodeFactory.instance
            .objectNode()
            .put("version", "0")
            .put("id", UUID.randomUUID().toString())
            .put("detail-type", "Scheduled Event");
    event
        .put("source", schedule.kind() == Schedule.Kind.RULE ? "aws.events" : "aws.scheduler")
        .put("account", account.id())
        .put("time", at.truncatedTo(ChronoUnit.SECONDS).toString())
        .put("region", account.region())
        .putArray("resources")
        .add(arn(schedule, account));
    switch (schedule.kind()) {
      case RULE -> event.putObject("detail");
      // Text, not an object: that is how the Scheduler sends it.
      case SCHEDULER -> event.put("detail", "{}");
    }
    return event;
  }

  private static String arn(Schedule schedule, Account account) {
    return switch (schedule.kind()) {
      case RULE -> account.arn("events", "rule/" + schedule.name());
      case SCHEDULER -> account.arn("scheduler", "schedule/default/" + schedule.name());
    };
  }
}
