package ratings.domain.notification;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import ratings.domain.document.Fingerprint;

/** An e-mail address, its domain in lower case. */
public record Mailbox(String address) implements Contact {
  static final String PROTOCOL = "email";
  static final int LONGEST = 254;

  private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
  private static final Pattern ADDRESS =
      Pattern.compile(
          "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]++(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]++)*+"
              + "@(?:"
              + LABEL
              + "\\.)+"
              + LABEL);
  private static final int LONGEST_LOCAL_PART = 64;

  /** The address in a text, in the plain form that mail servers agree on. */
  public static Optional<Mailbox> of(String text) {
    int at = text.lastIndexOf('@');
    if (at < 1 || at > LONGEST_LOCAL_PART || text.length() > LONGEST) {
      return Optional.empty();
    }
    var address = text.substring(0, at) + text.substring(at).toLowerCase(Locale.ROOT);
    return Optional.of(new Mailbox(address)).filter(it -> ADDRESS.matcher(address).matches());
  }

  @Override
  public String protocol() {
    return PROTOCOL;
  }

  @Override
  public String endpoint() {
    return address;
  }

  /** What stands for the address where it need not be read. */
  public String key() {
    return Fingerprint.of(List.of("mailbox", address.toLowerCase(Locale.ROOT)));
  }
}
