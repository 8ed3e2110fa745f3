package ratings.functions.relay;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ratings.domain.conversation.Channel;
import ratings.domain.conversation.People;
import ratings.domain.conversation.RequestLinks;
import ratings.domain.outbox.Sending;
import ratings.http.Json;

/** How whoever brings a request to its customer sees it. */
record RequestDocument(RequestLinks links) {

  String json(Sending sending) {
    return new String(Json.write(document(sending)), StandardCharsets.UTF_8);
  }

  private Map<String, Object> document(Sending sending) {
    var request = sending.request();
    var url = links.of(sending.conversation(), request).url();
    var options = RequestOption.of(request, url);
    var document = new LinkedHashMap<String, Object>();
    document.put("requestId", request.id());
    document.put("conversationId", sending.conversation().id());
    document.put("channel", request.channel());
    document.put("customer", customer(sending.customer()));
    document.put("text", request.text());
    document.put("language", request.language());
    document.put("scale", request.scale().code());
    document.put("options", options(options));
    document.put("url", url);
    if (Channel.of(request.channel()).way() == Channel.Way.LINK) {
      document.put("email", mail(RequestMail.of(request, options, url)));
    }
    return document;
  }

  private static Map<String, Object> customer(People.Customer customer) {
    var document = new LinkedHashMap<String, Object>();
    document.put("id", customer.id());
    document.put("name", customer.name());
    document.put("email", customer.email());
    return document;
  }

  private static List<Map<String, Object>> options(List<RequestOption> options) {
    return options.stream().map(RequestDocument::option).toList();
  }

  private static Map<String, Object> option(RequestOption option) {
    var document = new LinkedHashMap<String, Object>();
    document.put("value", option.value());
    document.put("label", option.label());
    document.put("url", option.url());
    return document;
  }

  private static Map<String, Object> mail(RequestMail mail) {
    var document = new LinkedHashMap<String, Object>();
    document.put("subject", mail.subject());
    document.put("text", mail.text());
    document.put("html", mail.html());
    return document;
  }
}
