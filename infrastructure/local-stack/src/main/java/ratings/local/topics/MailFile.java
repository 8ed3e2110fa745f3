package ratings.local.topics;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;

/** A mail as a file that mail programs open (RFC 5322, 2045-2047). */
record MailFile(Mail mail) {
  private static final String END = "\r\n";
  private static final String BOUNDARY = "=_alternative";

  /** So many bytes of text to an encoded word keep its line within the 76 characters allowed. */
  private static final int ENCODED_WORD = 39;

  String content() {
    return headers() + mail.html().map(this::alternatives).orElseGet(this::plain);
  }

  private String headers() {
    return header("From", "Conversation ratings <ratings@example.com>")
        + header("To", oneLine(mail.to()))
        + header(
            "Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(mail.at().atZone(ZoneOffset.UTC)))
        + header("Subject", encoded(oneLine(mail.subject())))
        + header("MIME-Version", "1.0");
  }

  private String plain() {
    return header("Content-Type", "text/plain; charset=UTF-8")
        + header("Content-Transfer-Encoding", "8bit")
        + END
        + mail.text()
        + END;
  }

  private String alternatives(String html) {
    return header("Content-Type", "multipart/alternative; boundary=\"" + BOUNDARY + "\"")
        + END
        + part("text/plain", mail.text())
        + part("text/html", html)
        + "--"
        + BOUNDARY
        + "--"
        + END;
  }

  private static String part(String type, String text) {
    return "--"
        + BOUNDARY
        + END
        + header("Content-Type", type + "; charset=UTF-8")
        + header("Content-Transfer-Encoding", "base64")
        + END
        + Base64.getMimeEncoder().encodeToString(text.getBytes(UTF_8))
        + END;
  }

  private static String header(String name, String value) {
    return name + ": " + value + END;
  }

  private static String oneLine(String value) {
    return value.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]+", " ");
  }

  /** A header's text: as it is, or in encoded words where it is more than plain ASCII. */
  private static String encoded(String text) {
    if (text.length() <= ENCODED_WORD && text.matches("[ -<>-~]*")) {
      return text;
    }
    var words = new ArrayList<String>();
    var word = new StringBuilder();
    text.codePoints()
        .mapToObj(Character::toString)
        .forEach(
            character -> {
              if ((word + character).getBytes(UTF_8).length > ENCODED_WORD) {
                words.add(word(word));
                word.setLength(0);
              }
              word.append(character);
            });
    words.add(word(word));
    return String.join(END + " ", words);
  }

  private static String word(CharSequence text) {
    return "=?UTF-8?B?"
        + Base64.getEncoder().encodeToString(text.toString().getBytes(UTF_8))
        + "?=";
  }
}
