package ratings.functions.webhook;

import java.time.Instant;
import java.util.Optional;
import ratings.domain.notification.AlertLog;
import ratings.domain.notification.Fate;
import ratings.domain.notification.Notified.Outcome;
import ratings.domain.notification.Recipient;
import ratings.domain.webhook.Letter;
import ratings.domain.webhook.Receipts;

/** Notes in the log of alerts what became of the letters to recipients. */
record LoggedReceipts(AlertLog log) implements Receipts {

  @Override
  public void note(Letter letter, Optional<String> failure, Instant at) {
    var fate =
        failure.map(it -> Fate.failed(it, at)).orElseGet(() -> Fate.of(Outcome.DELIVERED, at));
    letter
        .entry()
        .ifPresent(
            entry ->
                Recipient.ofWebhook(letter.webhook())
                    .ifPresent(it -> log.settle(letter.workspace(), entry, it, fate)));
  }
}
