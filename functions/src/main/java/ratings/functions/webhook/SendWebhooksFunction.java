package ratings.functions.webhook;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crac.Core;
import ratings.aws.Clients;
import ratings.aws.Environment;
import ratings.aws.Retries;
import ratings.aws.SqsLetters;
import ratings.aws.Tables;
import ratings.domain.webhook.Letters;
import ratings.domain.webhook.Webhook;
import ratings.domain.webhook.WebhookList;
import ratings.http.Json;
import ratings.http.Primed;

/**
 * Writes a letter to each webhook that wants what a topic tells. Where one cannot be kept, SNS
 * tells all of it again; a webhook knows by the letter's id what it has got.
 */
public final class SendWebhooksFunction implements RequestStreamHandler, Primed {
  private final WebhookList webhooks;
  private final Letters letters;
  private final Clock clock;

  public SendWebhooksFunction() {
    this(Environment.ofProcess(), Tables.ofProcess());
    Core.getGlobalContext().register(this);
  }

  private SendWebhooksFunction(Environment environment, Tables tables) {
    this(
        tables.webhookList(),
        new SqsLetters(Clients.sqs(), environment.webhookQueue(), Retries.whileSomebodyWaits()),
        tables.clock());
  }

  SendWebhooksFunction(WebhookList webhooks, Letters letters, Clock clock) {
    this.webhooks = webhooks;
    this.letters = letters;
    this.clock = clock;
  }

  /** Looks for webhooks of a workspace that nobody has. */
  @Override
  public List<Webhook> prime() {
    return webhooks.of(UUID.randomUUID().toString());
  }

  /** What fails is tried twice more by Lambda, and rings. */
  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    try {
      context.getLogger().log(Json.line(Map.of("letters", send(in))));
    } catch (IOException | RuntimeException failed) {
      context.getLogger().log(Json.line(Map.of("again", 1)));
      throw failed;
    }
  }

  private int send(InputStream in) throws IOException {
    int sent = 0;
    for (var told : Told.read(in)) {
      for (var webhook : webhooks.of(told.workspace())) {
        if (told.isFor(webhook)) {
          letters.send(told.to(webhook, clock.instant()), Duration.ZERO);
          sent++;
        }
      }
    }
    return sent;
  }
}
