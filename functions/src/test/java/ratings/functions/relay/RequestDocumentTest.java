package ratings.functions.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ratings.domain.conversation.RequestLinks;
import ratings.domain.conversation.RequestTokens;
import ratings.domain.outbox.ASending;
import ratings.domain.rating.VirtualClock;
import ratings.domain.signing.FixedSignatures;

class RequestDocumentTest {
  private static final JsonMapper JSON = new JsonMapper();

  private final RequestTokens tokens = new RequestTokens(new FixedSignatures("test"));
  private final RequestDocument documents =
      new RequestDocument(new RequestLinks(tokens, "https://pages.example"));

  @Test
  void aRequestIsJsonOfTheContractsMembers() throws IOException {
    var document = read(ASending.of("c1"));

    assertThat(document)
        .containsOnlyKeys(
            "requestId",
            "conversationId",
            "channel",
            "customer",
            "text",
            "language",
            "scale",
            "options",
            "url")
        .containsEntry("requestId", ASending.of("c1").make().request().id())
        .containsEntry("conversationId", "c1")
        .containsEntry("channel", "telegram")
        .containsEntry("customer", Map.of("id", "u1", "name", "Ada", "email", "ada@example.com"))
        .containsEntry("text", "How was it?")
        .containsEntry("language", "en")
        .containsEntry("scale", "stars5");
    var url = document.get("url").toString();
    assertThat(tokens.read(url.replace("https://pages.example/r/", ""), VirtualClock.START))
        .contains(ASending.of("c1").make().conversation());
    assertThat(document.get("options").toString())
        .contains("value=1, label=1 star, url=" + url + "?score=1")
        .contains("value=5, label=5 stars, url=" + url + "?score=5");
  }

  /** A receiver must not take it for what it has got. */
  @Test
  void aRequestThatIsMadeAnewIsAnotherSending() {
    var first = ASending.of("c1").make().id();

    assertThat(ASending.of("c1").make().id()).isEqualTo(first);
    assertThat(ASending.of("c1").after(Duration.ofMinutes(1)).make().id()).isNotEqualTo(first);
    assertThat(ASending.of("c2").make().id()).isNotEqualTo(first);
  }

  @Test
  void d14ForEMailThereIsAMail() throws IOException {
    assertThat(read(ASending.of("c1").by("email")).get("email"))
        .asInstanceOf(MAP)
        .containsOnlyKeys("subject", "text", "html")
        .containsEntry("subject", "How was it?");
  }

  private Map<String, Object> read(ASending sending) throws IOException {
    return JSON.readValue(documents.json(sending.make()), new TypeReference<>() {});
  }
}
