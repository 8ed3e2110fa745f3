package ratings.functions.relay;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ratings.domain.conversation.RequestToRate;

/**
 * The e-mail that asks: the reactions are links to the page that records them (R22, D14).
 *
 * @param subject one line, whatever the request says: nothing in it can become a header
 * @param text for those who read no HTML
 */
record RequestMail(String subject, String text, String html) {
  private static final int LONGEST_SUBJECT = 120;

  /** What begins a new line, and what no text should hold at all. */
  private static final Pattern BREAK = Pattern.compile("\\R");

  private static final Pattern UNREADABLE =
      Pattern.compile("[\\p{Cc}\\p{Cs}\\x{FFFE}\\x{FFFF}&&[^\\n\\t]]");
  private static final Pattern GAP = Pattern.compile("[\\s\\p{Zs}\\p{Zl}\\p{Zp}]+");

  /**
   * The mail of a request.
   *
   * @param url of the request's page
   */
  static RequestMail of(RequestToRate request, List<RequestOption> options, String url) {
    var question = readable(request.text());
    var subject = subject(question);
    var html = new RequestSheet(request, subject, question.lines().toList(), options);
    return new RequestMail(subject, text(question, options, url), html.document());
  }

  private static String readable(String text) {
    var lines = BREAK.matcher(text).replaceAll("\n");
    return UNREADABLE.matcher(lines).replaceAll(" ").strip();
  }

  private static String subject(String question) {
    var line = GAP.matcher(question).replaceAll(" ").strip();
    if (line.codePointCount(0, line.length()) <= LONGEST_SUBJECT) {
      return line;
    }
    return line.substring(0, line.offsetByCodePoints(0, LONGEST_SUBJECT - 1)).strip() + "…";
  }

  private static String text(String question, List<RequestOption> options, String url) {
    var answers =
        options.stream()
            .map(option -> option.label() + ": " + option.url() + "\n")
            .collect(Collectors.joining());
    return question + "\n\n" + answers + "\n" + url + "\n";
  }
}
