package ratings.functions.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static ratings.functions.Said.CANARY;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ratings.aws.TalkativeDynamo;
import ratings.domain.Failures;
import ratings.domain.Unavailable;
import ratings.domain.alert.Alert;
import ratings.domain.alert.AnAlert;
import ratings.domain.outbox.ASending;
import ratings.domain.outbox.Announcer;
import ratings.domain.outbox.FakeOutbox;
import ratings.domain.outbox.Outbox;
import ratings.domain.outbox.RecordedTopic;
import ratings.domain.outbox.Reminders;
import ratings.domain.outbox.Sending;
import ratings.domain.outbox.Topic;
import ratings.domain.rating.VirtualClock;
import ratings.functions.Said;

/**
 * P25: whatever becomes of what a stream tells, neither the log nor the exception that a run ends
 * with, which Lambda logs, says what is in its records or who rated.
 */
@ResourceLock(Resources.SYSTEM_OUT)
class QuietRelayTest {
  private static final String RECORD =
      """
      {"eventID": "e", "eventName": "MODIFY", "dynamodb": {"SequenceNumber": "1",
       "Keys": {"pk": {"S": "canary"}, "sk": {"S": "RATING"}},
       "NewImage": {"notify": {"S": "canary"}, "feedback": {"S": "canary"},
         "userName": {"S": "canary"}, "userEmail": {"S": "canary@example.com"},
         "history": {"S": "https://canary.example"}}}}
      """;

  private final FakeOutbox outbox = new FakeOutbox();
  private final RecordedTopic<Alert> alerts = new RecordedTopic<>();

  @ParameterizedTest
  @CsvSource({"400, ValidationException", "500, InternalServerError"})
  void p25WhatATableQuotesOfWhatItRefusesIsNotRepeated(int status, String kind) {
    var tables = TalkativeDynamo.tables(status, kind, "no such key: canary");

    assertThat(said(tables.outbox(), alerts, aside(), RECORD))
        .contains("Exception")
        .doesNotContain(CANARY);
  }

  @Test
  void p25AnAlertThatFailsIsNotRepeated() {
    outbox.add(AnAlert.of(CANARY));
    Topic<Alert> broken =
        _ -> {
          throw new IllegalStateException("no topic");
        };

    assertThat(said(outbox, broken, aside(), RECORD)).contains("no topic").doesNotContain(CANARY);
  }

  @Test
  void p25ARecordThatCannotBePutAsideIsNotRepeated() {
    outbox.addUnreadable(CANARY);
    Failures full =
        (_, _) -> {
          throw new Unavailable("no bucket", null);
        };

    assertThat(said(outbox, alerts, full, RECORD)).contains("\"again\":1").doesNotContain(CANARY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"canary", "{\"canary\":", "\"canary\"", "{\"dynamodb\": \"canary\"}"})
  void p25ARecordThatIsNoneIsNotRepeated(String record) {
    assertThat(said(outbox, alerts, aside(), record))
        .containsAnyOf("not an event of records", "not a stream's record")
        .doesNotContain(CANARY);
  }

  private static Failures aside() {
    return (_, _) -> {};
  }

  @Test
  void p25ARequestThatFailsAndAReminderThatIsRefusedAreNotRepeated() {
    outbox.add(ASending.of(CANARY));
    Topic<Sending> broken =
        all -> {
          throw new IllegalStateException("no topic for " + all.size());
        };
    Reminders full =
        (_, _) -> {
          throw new Unavailable("no queue", null);
        };
    var down = new RecordedTopic<Sending>();
    down.goDown();

    var at = VirtualClock.START;
    var failing = new Announcer(outbox, alerts, broken, (_, _) -> {}, () -> at);
    var deaf = new Announcer(outbox, alerts, down, full, () -> at);
    assertThat(said(failing, outbox, aside(), RECORD)).contains("no topic").doesNotContain(CANARY);
    assertThat(said(deaf, outbox, aside(), RECORD)).contains("\"again\":1").doesNotContain(CANARY);
  }

  private static String said(Outbox outbox, Topic<Alert> alerts, Failures failures, String record) {
    var announcer =
        new Announcer(outbox, alerts, new RecordedTopic<>(), (_, _) -> {}, Clock.systemUTC());
    return said(announcer, outbox, failures, record);
  }

  private static String said(Announcer announcer, Outbox outbox, Failures failures, String record) {
    var relay = new RelayFunction(announcer, Broadcast.toNobody(), outbox, failures);
    var event = ("{\"Records\":[" + record + "]}").getBytes(StandardCharsets.UTF_8);
    return Said.by(
        run ->
            relay.handleRequest(
                new ByteArrayInputStream(event), OutputStream.nullOutputStream(), run));
  }
}
