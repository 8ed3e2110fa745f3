package ratings.local.welcome;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import ratings.local.http.Pages;
import ratings.local.lambda.Call;
import ratings.local.template.FunctionEvent.ScheduleEvent;
import ratings.local.template.FunctionResource;
import ratings.local.topics.Mail;
import ratings.local.topics.Publication;
import ratings.local.topics.Subscription;

/** The part of the start page that changes: functions, their latest calls, messages, mails. */
record Live(Running running) {
  private static final int MESSAGES = 10;
  private static final int MAILS = 10;
  private static final Html OUTAGE =
      Html.of(
          "<form method=\"post\" action=\"%s\"><button>Take SNS down for a minute</button></form>",
          Pages.ROOT + "outages/sns/60");
  static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.of("UTC"));

  Html html() {
    return Html.all(List.of(functions(), calls(), topics(), messages(), mails()));
  }

  private Html functions() {
    var rows = running.template().functions().stream().map(this::function).toList();
    return section("Functions", "<th>Function<th>State<th class=\"n\">Calls", Html.all(rows));
  }

  private Html function(FunctionResource function) {
    int processes = running.functions().processes(function.id());
    String state =
        switch (processes) {
          case 0 -> "starts when called";
          case 1 -> "running";
          default -> "running, " + processes + " processes";
        };
    return Html.of(
        "<tr><td>%s%s</td><td><span class=\"%s\">%s</span></td><td class=\"n\">%s</td></tr>",
        Html.breakable(function.id()),
        schedules(function),
        processes > 0 ? "on" : "off",
        state,
        running.functions().calls().count(function.id()));
  }

  private static Html schedules(FunctionResource function) {
    var timings =
        function.events().stream()
            .filter(ScheduleEvent.class::isInstance)
            .map(event -> ((ScheduleEvent) event).expression())
            .toList();
    return timings.isEmpty()
        ? Html.NOTHING
        : Html.of(
            "<form method=\"post\" action=\"%s\">%s <button>Fire now</button></form>",
            Pages.ROOT + "schedules/" + function.id(), String.join(", ", timings));
  }

  private Html calls() {
    var rows = running.functions().calls().latest().stream().map(Live::call).toList();
    return rows.isEmpty()
        ? Html.of("<section><h2>Latest calls</h2><p class=\"off\">None yet.</p></section>")
        : section(
            "Latest calls", "<th>UTC<th>Function<th>Status<th class=\"n\">ms", Html.all(rows));
  }

  private static Html call(Call call) {
    return Html.of(
        "<tr><td>%s</td><td>%s</td><td><span class=\"%s\">%s</span></td><td"
            + " class=\"n\">%s</td></tr>",
        TIME.format(call.at()),
        Html.breakable(call.function()),
        call.failed() || call.status().startsWith("5") ? "bad" : "plain",
        call.status(),
        call.took().toMillis());
  }

  private Html topics() {
    var topics = running.topics();
    var rows =
        topics.arns().stream()
            .map(
                arn ->
                    Html.of(
                        "<tr><td>%s</td><td>%s</td></tr>",
                        arn.substring(arn.lastIndexOf(':') + 1),
                        subscribers(topics.subscribers(arn))))
            .toList();
    return rows.isEmpty()
        ? Html.NOTHING
        : Html.all(List.of(section("Topics", "<th>Topic<th>Subscribers", Html.all(rows)), OUTAGE));
  }

  private static Html subscribers(List<Subscription> subscribers) {
    return Html.all(
        subscribers.stream()
            .map(
                it ->
                    Html.of(
                        "<div>%s %s%s</div>",
                        it.protocol().wire(),
                        it.endpoint(),
                        it.confirmed() ? "" : " (not confirmed)"))
            .toList());
  }

  private Html messages() {
    return articles(
        "Messages",
        latest(running.topics().latest(), MESSAGES).stream().map(Live::message).toList());
  }

  private static Html message(Publication publication) {
    var message = publication.message();
    return Html.of(
        "<article><p><b>%s</b> to %s, %s</p><p class=\"text\">%s</p></article>",
        message.subject().orElse("Message"),
        publication.topicArn().substring(publication.topicArn().lastIndexOf(':') + 1),
        TIME.format(publication.at()),
        message.text());
  }

  private Html mails() {
    var all = running.outbox().mails();
    var latest = latest(all, MAILS);
    return articles(
        "Mails",
        IntStream.range(0, latest.size())
            .mapToObj(i -> mail(all.size() - i, latest.get(i)))
            .toList());
  }

  private static Html articles(String title, List<Html> articles) {
    return articles.isEmpty()
        ? Html.NOTHING
        : Html.of("<section><h2>%s</h2>%s</section>", title, Html.all(articles));
  }

  /** The last ones, newest first. */
  static <T> List<T> latest(List<T> all, int most) {
    return all.subList(Math.max(0, all.size() - most), all.size()).reversed();
  }

  private static Html mail(int number, Mail mail) {
    return Html.of(
        "<article><p><b>%s</b> to %s, %s. <a href=\"%s\">Read</a></p>"
            + "<p class=\"text\">%s</p>%s</article>",
        mail.subject(),
        mail.to(),
        TIME.format(mail.at()),
        Pages.ROOT + "mails/" + number,
        mail.text(),
        mail.confirmLink()
            .map(link -> Html.of("<p><a href=\"%s\">Confirm</a></p>", link))
            .orElse(Html.NOTHING));
  }

  private static Html section(String title, String head, Html rows) {
    return Html.of(
        "<section><h2>%s</h2><table><thead><tr>%s</tr></thead><tbody>%s</tbody></table></section>",
        title, new Html(head), rows);
  }
}
