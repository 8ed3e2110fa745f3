package ratings.aws;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import ratings.aws.SignedRequests.Body;
import ratings.domain.export.ExportQueue;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.protocols.jsoncore.JsonWriter;

/** Tickets in SQS, by its query protocol: a form posted to the queue's own URL. */
public final class SqsExportQueue implements ExportQueue {
  private final SignedRequests requests;
  private final URI queue;
  private final Retries retries;

  /** Over requests signed for SQS. */
  SqsExportQueue(SignedRequests requests, URI queue, Retries retries) {
    this.requests = requests;
    this.queue = queue;
    this.retries = retries;
  }

  @Override
  public void send(Ticket ticket) {
    var form =
        Map.of(
            "Action", "SendMessage",
            "Version", "2012-11-05",
            "MessageBody", message(ticket));
    var body =
        Body.of(
            form.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&")));
    var request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.POST)
            .uri(queue)
            .putHeader("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
            .build();
    retries.call(() -> requests.send(request, body).expected());
  }

  private static String message(Ticket ticket) {
    var json =
        JsonWriter.create()
            .writeStartObject()
            .writeFieldName("workspace")
            .writeValue(ticket.workspace())
            .writeFieldName("export")
            .writeValue(ticket.export())
            .writeFieldName("hop")
            .writeValue(ticket.hop())
            .writeEndObject();
    return new String(json.getBytes(), StandardCharsets.UTF_8);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
