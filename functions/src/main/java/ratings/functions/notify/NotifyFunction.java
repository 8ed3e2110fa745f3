package ratings.functions.notify;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crac.Core;
import ratings.aws.Clients;
import ratings.aws.Environment;
import ratings.aws.Retries;
import ratings.aws.SnsMailboxes;
import ratings.aws.SnsMails;
import ratings.aws.SqsLetters;
import ratings.aws.Tables;
import ratings.domain.notification.Notified;
import ratings.domain.notification.Notifier;
import ratings.domain.notification.Recipient;
import ratings.domain.notification.Recipients;
import ratings.http.Json;
import ratings.http.Primed;

/**
 * Tells the recipients of each low rating that the topic brings, and keeps the log of it. What it
 * fails at comes again, twice, and is kept in the bucket of failures after that.
 */
public final class NotifyFunction implements RequestStreamHandler, Primed {
  private final Notifier notifier;
  private final Recipients recipients;

  public NotifyFunction() {
    this(Environment.ofProcess(), Tables.ofProcess());
    Core.getGlobalContext().register(this);
  }

  private NotifyFunction(Environment environment, Tables tables) {
    var sns = Clients.sns();
    var topic = environment.alertMailTopic();
    var retries = Retries.whileSomebodyWaits();
    this.recipients = tables.recipients();
    this.notifier =
        new Notifier(
            recipients,
            new SnsMailboxes(sns, topic, retries),
            tables.brake(),
            tables.alertLog(),
            new SnsMails(sns, topic, retries),
            new HookLetters(
                tables.webhookList(),
                new SqsLetters(Clients.sqs(), environment.webhookQueue(), retries),
                tables.clock()),
            tables.clock());
  }

  NotifyFunction(Notifier notifier, Recipients recipients) {
    this.notifier = notifier;
    this.recipients = recipients;
  }

  /** Looks for recipients of a workspace that nobody has. */
  @Override
  public List<Recipient> prime() throws IOException {
    NotifyEvent.read(NotifyEvent.ofNobody());
    return recipients.of(UUID.randomUUID().toString());
  }

  /** What fails is tried twice more by Lambda, and rings. */
  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    try {
      tell(in, context);
    } catch (IOException | RuntimeException failed) {
      context.getLogger().log(Json.line(Map.of("again", 1)));
      throw failed;
    }
    out.write("{}".getBytes(StandardCharsets.UTF_8));
  }

  private void tell(InputStream in, Context context) throws IOException {
    var notified = new ArrayList<Notified>();
    var alerts = NotifyEvent.read(in).alerts();
    alerts.forEach(alert -> notified.addAll(notifier.tell(alert)));
    context.getLogger().log(Json.line(figures(alerts.size(), notified)));
  }

  private static Map<String, Integer> figures(int alerts, List<Notified> notified) {
    var figures = new LinkedHashMap<String, Integer>();
    figures.put("alerts", alerts);
    notified.forEach(it -> figures.merge(it.outcome().code(), 1, Integer::sum));
    return figures;
  }
}
