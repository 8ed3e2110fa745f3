package ratings.domain.notification;

import java.util.Locale;

/**
 * A low rating that waits for a recipient's next digest; the worst comes first.
 *
 * @param percent how far the score is up its scale
 * @param entry where it stands in the log
 */
public record Waiting(int percent, String entry) implements Comparable<Waiting> {

  /** As it is kept: texts sort as these do. */
  public String text() {
    return String.format(Locale.ROOT, "%03d#%s", percent, entry);
  }

  public static Waiting of(String text) {
    int end = text.indexOf('#');
    return new Waiting(Integer.parseInt(text.substring(0, end)), text.substring(end + 1));
  }

  @Override
  public int compareTo(Waiting other) {
    return text().compareTo(other.text());
  }
}
