package ratings.local.requests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ratings.local.topics.Outbox;

class MailerTest {
  private static final Pattern ENCODED_WORD = Pattern.compile("=\\?UTF-8\\?B\\?([^?]*)\\?=");

  @TempDir private Path folder;
  private Outbox outbox;
  private Mailer mailer;

  @BeforeEach
  void start() {
    outbox = new Outbox(folder);
    mailer = new Mailer(outbox);
  }

  @Test
  void aRequestByMailIsMailedToItsCustomer() {
    mailer.take(Published.of(Published.request("email")));

    assertThat(outbox.mails())
        .singleElement()
        .satisfies(
            mail -> {
              assertThat(mail.at()).isEqualTo(Published.AT);
              assertThat(mail.to()).isEqualTo("ada@example.com");
              assertThat(mail.subject()).isEqualTo("Wie war es, für Sie?");
              assertThat(mail.text()).contains("ja: https://r.example/r/t?score=1");
              assertThat(mail.html()).hasValueSatisfying(it -> assertThat(it).contains("ü"));
            });
  }

  @Test
  void itsFileHoldsBothPartsAsMailProgramsReadThem() throws IOException {
    mailer.take(Published.of(Published.request("email")));

    var headers = headers();
    assertThat(headers)
        .contains(
            "To: ada@example.com",
            "Date: Sun, 1 Mar 2026 09:30:00 GMT",
            "MIME-Version: 1.0",
            "Content-Type: multipart/alternative; boundary=\"=_alternative\"");
    assertThat(subject(headers)).isEqualTo("Wie war es, für Sie?");
    var parts = file().split("\r\n--=_alternative", -1);
    assertThat(parts).hasSize(4);
    assertThat(parts[1]).contains("Content-Type: text/plain; charset=UTF-8\r\n");
    assertThat(body(parts[1])).isEqualTo("Wie war es?\n\nja: https://r.example/r/t?score=1\n");
    assertThat(parts[2]).contains("Content-Type: text/html; charset=UTF-8\r\n");
    assertThat(body(parts[2])).startsWith("<!DOCTYPE html>").contains("<body>ü</body>");
    assertThat(parts[3]).isEqualTo("--\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hi\r\nBcc: all@example.com\r\n\r\n<script>",
        "Hi\nBcc: all@example.com",
        "Hi\rBcc: all@example.com",
        "Hi\u0085Bcc: all@example.com",
        "Hi\u2028Bcc: all@example.com",
        "=?UTF-8?B?DQpCY2M6IGFsbEBleGFtcGxlLmNvbQ==?=",
        "ein sehr langer Betreff, länger als eine Zeile einer Mail sein darf, und 😀😀😀😀😀😀😀😀",
      })
  void noSubjectBecomesAnotherHeader(String subject) throws IOException {
    var request = Published.request("email");
    ((ObjectNode) request.path("email")).put("subject", subject);
    mailer.take(Published.of(request));

    var headers = headers();
    assertThat(headers)
        .extracting(header -> header.substring(0, header.indexOf(':')))
        .containsExactly("From", "To", "Date", "Subject", "MIME-Version", "Content-Type");
    assertThat(subject(headers)).isEqualTo(subject.replaceAll("[\\r\\n\u0085\u2028]+", " "));
    assertThat(file().lines()).allMatch(line -> line.length() <= 78);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ada",
        "@example.com",
        "ada@",
        "ada@example.com\r\nBcc: all@example.com",
        "ada@example.com, all@example.com",
        "ada@example.com;all@example.com",
        "Ada <ada@example.com>",
        "ada@example.com\u2028x",
        "a@b@c",
      })
  void whatIsNotOneAddressIsNotMailedTo(String address) {
    var request = Published.request("email");
    ((ObjectNode) request.path("customer")).put("email", address);

    mailer.take(Published.of(request));

    assertThat(outbox.mails()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not json",
        "[]",
        "null",
        "{}",
        "{\"channel\":\"email\",\"customer\":null,\"email\":null,\"options\":null,\"text\":null}",
        "{\"channel\":\"email\",\"customer\":\"ada\",\"email\":[]}",
      })
  void whatIsNoRequestByMailIsLeftAlone(String message) {
    mailer.take(Published.on("RatingRequestTopic", message));

    assertThat(outbox.mails()).isEmpty();
  }

  @Test
  void onlyTheTopicOfRequestsIsMailedAndOnlyForItsChannel() {
    mailer.take(Published.on("LowRatingTopic", Published.request("email").toString()));
    mailer.take(Published.of(Published.request("telegram")));

    assertThat(outbox.mails()).isEmpty();
  }

  private String file() throws IOException {
    return Files.readString(folder.resolve("00001.eml"));
  }

  /** Each on one line, as they are read. */
  private List<String> headers() throws IOException {
    var head = file().substring(0, file().indexOf("\r\n\r\n"));
    return List.of(head.replace("\r\n ", " ").split("\r\n", -1));
  }

  private static String subject(List<String> headers) {
    var subject =
        headers.stream()
            .filter(header -> header.startsWith("Subject: "))
            .map(header -> header.substring("Subject: ".length()))
            .findFirst()
            .orElseThrow();
    if (!subject.startsWith("=?")) {
      return subject;
    }
    return ENCODED_WORD
        .matcher(subject)
        .results()
        .map(word -> new String(Base64.getDecoder().decode(word.group(1)), UTF_8))
        .collect(Collectors.joining());
  }

  private static String body(String part) {
    var body = part.substring(part.indexOf("\r\n\r\n") + 4);
    return new String(Base64.getMimeDecoder().decode(body), UTF_8);
  }
}
