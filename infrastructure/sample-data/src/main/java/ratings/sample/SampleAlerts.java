package ratings.sample;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import ratings.aws.DynamoAlertLog;
import ratings.aws.DynamoRecipients;
import ratings.aws.Retries;
import ratings.domain.alert.Alert;
import ratings.domain.document.Fingerprint;
import ratings.domain.notification.Announcement;
import ratings.domain.notification.Fate;
import ratings.domain.notification.Mailbox;
import ratings.domain.notification.Notified;
import ratings.domain.notification.Notified.Outcome;
import ratings.domain.notification.Recipient;
import ratings.domain.rating.Attempt;
import ratings.domain.settings.RecipientRole;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A supervisor who has not confirmed yet, and the log of the low ratings that he so missed. */
record SampleAlerts(DynamoDbClient dynamo, String table, Retries retries) {

  void subscribe(String workspace) {
    new DynamoRecipients(dynamo, table, retries).add(supervisor(workspace));
  }

  /** Enters a rating, if it is low. */
  void enter(Attempt attempt, Conversation conversation, Instant at) {
    var line = attempt.line();
    if (!line.isLow(line.scale(), attempt.answer().score())) {
      return;
    }
    var alert = alert(attempt, conversation, at);
    var log = new DynamoAlertLog(dynamo, table, Clock.fixed(at, ZoneOffset.UTC), retries);
    log.enter(alert);
    log.note(alert, alert.roles().stream().map(role -> notified(alert, role)).toList());
  }

  private static Notified notified(Announcement alert, RecipientRole role) {
    var at = alert.recordedAt();
    return role == RecipientRole.SUPERVISOR
        ? Notified.of(supervisor(alert.workspace()), Fate.of(Outcome.UNCONFIRMED, at))
        : Notified.nobody(role, at);
  }

  private static Announcement alert(Attempt attempt, Conversation about, Instant at) {
    var line = attempt.line();
    var conversation = attempt.conversation().id();
    int score = attempt.answer().score();
    return new Announcement(
        line.workspace(),
        Fingerprint.of(List.of("low-rating", line.workspace(), conversation)),
        conversation,
        line.id(),
        line.channel(),
        line.scale(),
        score,
        about.teammate().map(SampleTeammate::id),
        about.teammate().map(SampleTeammate::team),
        at,
        line.chatHistoryUrl(conversation, attempt.submission().customer().userId()),
        line.lowRatingRecipients().stream().map(RecipientRole::code).toList(),
        "Conversation "
            + conversation
            + " was rated "
            + Alert.rated(line.scale(), score)
            + " on line "
            + line.id()
            + ".",
        Optional.empty());
  }

  private static Recipient supervisor(String workspace) {
    return new Recipient(
        workspace,
        RecipientRole.SUPERVISOR,
        Optional.empty(),
        new Mailbox("grace@" + workspace + ".example"));
  }
}
