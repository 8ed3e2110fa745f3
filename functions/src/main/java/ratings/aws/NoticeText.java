package ratings.aws;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import ratings.domain.alert.Notice;
import ratings.domain.settings.RecipientRole;

/**
 * Notices as the item holds them, as {@code 1 responsible,supervisor plain acme}: an index by time
 * copies every byte of it, and there is no white space in a workspace's name.
 */
final class NoticeText {
  private static final String NOBODY = "-";
  private static final String QUOTES = "quotes";
  private static final String PLAIN = "plain";

  private NoticeText() {}

  static String write(Notice notice) {
    var roles =
        notice.recipients().stream().map(RecipientRole::code).collect(Collectors.joining(","));
    return String.join(
        " ",
        Integer.toString(notice.score()),
        roles.isEmpty() ? NOBODY : roles,
        notice.quotes() ? QUOTES : PLAIN,
        notice.workspace());
  }

  /**
   * Reads what was written.
   *
   * @throws IllegalArgumentException for anything else
   */
  static Notice read(String text) {
    var parts = text.split(" ", -1);
    if (parts.length != 4) {
      throw new IllegalArgumentException("no notice of a low rating");
    }
    return new Notice(
        parts[3], Integer.parseInt(parts[0]), roles(parts[1]), parts[2].equals(QUOTES));
  }

  private static List<RecipientRole> roles(String codes) {
    return codes.equals(NOBODY)
        ? List.of()
        : Arrays.stream(codes.split(","))
            .map(code -> RecipientRole.valueOf(code.toUpperCase(Locale.ROOT)))
            .toList();
  }
}
