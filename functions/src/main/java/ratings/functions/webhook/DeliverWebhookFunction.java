package ratings.functions.webhook;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.crac.Core;
import ratings.aws.Clients;
import ratings.aws.Environment;
import ratings.aws.Retries;
import ratings.aws.SqsLetters;
import ratings.aws.Tables;
import ratings.domain.Unavailable;
import ratings.domain.webhook.Backoff;
import ratings.domain.webhook.Deliveries;
import ratings.domain.webhook.Deliveries.Result;
import ratings.domain.webhook.Letter;
import ratings.domain.webhook.Sluggards;
import ratings.functions.webhook.Mailbag.Entry;
import ratings.http.Json;
import ratings.http.Primed;
import ratings.http.webhook.DirectPost;

/**
 * Brings letters to webhooks, all of a batch side by side, so that none waits for another's
 * endpoint.
 */
public final class DeliverWebhookFunction implements RequestStreamHandler, Primed {
  private final Deliveries deliveries;
  private final Consumer<String> aside;

  public DeliverWebhookFunction() {
    this(Environment.ofProcess(), Tables.ofProcess(), Retries.whileSomebodyWaits());
    Core.getGlobalContext().register(this);
  }

  private DeliverWebhookFunction(Environment environment, Tables tables, Retries retries) {
    var sqs = Clients.sqs();
    var deadLetters = new SqsLetters(sqs, environment.webhookDeadLetters(), retries);
    this(
        new Deliveries(
            tables.webhooks(),
            DirectPost.within(environment.webhookReach()),
            new SqsLetters(sqs, environment.webhookQueue(), retries),
            deadLetters,
            new LoggedReceipts(tables.alertLog()),
            new Sluggards(),
            Backoff.usual(),
            tables.clock(),
            () -> new SecureRandom().nextDouble()),
        deadLetters::keep);
  }

  /**
   * Over those.
   *
   * @param aside takes the text of messages that hold no letter
   */
  DeliverWebhookFunction(Deliveries deliveries, Consumer<String> aside) {
    this.deliveries = deliveries;
    this.aside = aside;
  }

  /** A letter to a webhook that nobody has, which is dropped. */
  @Override
  public Result prime() {
    return deliveries.deliver(
        new Letter(
            UUID.randomUUID().toString(),
            "rehearsal",
            "msg",
            "{}",
            Optional.empty(),
            0,
            Instant.EPOCH));
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    var entries = Mailbag.read(in).entries();
    var again = new ArrayList<Entry>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var brought =
          entries.stream()
              .map(entry -> CompletableFuture.supplyAsync(() -> isSettled(entry, context), threads))
              .toList();
      for (int i = 0; i < entries.size(); i++) {
        if (!brought.get(i).join()) {
          again.add(entries.get(i));
        }
      }
    }
    out.write(Mailbag.again(again));
  }

  /** What fails otherwise than we know of comes again, and fails nothing else of its batch. */
  private boolean isSettled(Entry entry, Context context) {
    try {
      return entry
          .letter()
          .map(letter -> bring(letter, context))
          .orElseGet(() -> putAside(entry, context));
    } catch (Unavailable unavailable) {
      return false;
    } catch (RuntimeException unexpected) {
      log(context, Map.of("message", entry.message(), "failed", unexpected.getClass().getName()));
      return false;
    }
  }

  private boolean bring(Letter letter, Context context) {
    tell(context, letter, deliveries.deliver(letter));
    return true;
  }

  /** However often it came, nobody could read it: whoever hears the alarm looks at it now. */
  private boolean putAside(Entry entry, Context context) {
    entry.text().ifPresent(aside);
    var line = new LinkedHashMap<String, Object>();
    line.put("message", entry.message());
    line.put("outcome", Deliveries.Outcome.GIVEN_UP);
    line.put("reason", "unreadable");
    log(context, line);
    return true;
  }

  private static void tell(Context context, Letter letter, Result result) {
    var line = new LinkedHashMap<String, Object>();
    line.put("letter", letter.id());
    line.put("tried", letter.tried());
    line.put("outcome", result.outcome());
    result.reason().ifPresent(reason -> line.put("reason", reason));
    log(context, line);
  }

  private static void log(Context context, Map<String, Object> line) {
    context.getLogger().log(Json.line(line));
  }
}
