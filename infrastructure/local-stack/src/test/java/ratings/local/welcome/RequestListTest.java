package ratings.local.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import ratings.local.requests.Published;
import ratings.local.requests.RequestMessage;

class RequestListTest {
  private static final String HOSTILE = "\"'><script>alert(1)</script><iframe srcdoc=x>";

  @Test
  void aMessengersRequestIsItsTextAndAButtonForEachAnswer() {
    assertThat(page(Published.request("telegram")))
        .contains("<h2>telegram</h2>", "Wie war es?", "09:30:00 UTC, Ada, c1, thumbs, de")
        .contains("href=\"https://r.example/r/t?score=0\"", ">nein</a>", ">ja</a>")
        .contains("href=\"https://r.example/r/t\"")
        .doesNotContain("<iframe");
  }

  @Test
  void aMailIsShownInASandboxAndItsLinksLeadOutOfIt() {
    assertThat(page(Published.request("email")))
        .contains("To ada@example.com", "<b>Wie war es, für Sie?</b>", "Plain text")
        .contains("sandbox=\"allow-popups allow-popups-to-escape-sandbox\"")
        .contains("&lt;head&gt;&lt;base target=&quot;_blank&quot;&gt;&lt;title&gt;");
  }

  @Test
  void p24WhateverIsPublishedStaysText() {
    var request = Published.request("email");
    var email = (ObjectNode) request.path("email");
    email.fieldNames().forEachRemaining(name -> email.put(name, HOSTILE));
    request.put("conversationId", HOSTILE).put("scale", HOSTILE).put("language", HOSTILE);
    ((ObjectNode) request.path("customer")).put("name", HOSTILE).put("email", HOSTILE);
    assertThat(page(request)).doesNotContain("<script", "\"'").containsOnlyOnce("<iframe");

    var message = Published.request(HOSTILE).put("text", HOSTILE).put("url", HOSTILE);
    for (var option : message.path("options")) {
      ((ObjectNode) option).put("label", HOSTILE).put("url", "javascript:alert(1)//https://x");
    }
    assertThat(page(message)).doesNotContain("<script", "<iframe", "javascript:", "\"'");
  }

  @Test
  void whatIsMissingIsLeftOut() {
    var request = Published.request("telegram");
    for (var name : List.copyOf(request.properties())) {
      request.putNull(name.getKey());
    }

    assertThat(page(request)).contains("09:30:00 UTC</p>").doesNotContain("null", "<a ");
    assertThat(new RequestList(List.of()).html().markup()).contains("None yet");
  }

  private static String page(ObjectNode request) {
    var message = RequestMessage.of(Published.of(request)).orElseThrow();
    return new RequestList(List.of(message)).html().markup();
  }
}
