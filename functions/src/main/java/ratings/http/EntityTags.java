package ratings.http;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What an {@code If-Match} or {@code If-None-Match} header names (RFC 9110, section 13.1).
 *
 * @param any it is {@code *}: whatever there is
 * @param strong tags, without quotes
 * @param weak tags, without quotes
 */
public record EntityTags(boolean any, Set<String> strong, Set<String> weak) {
  private static final Pattern NEXT =
      Pattern.compile("\\G[ \\t]*(W/)?\"([\\x21\\x23-\\x7e]*)\"[ \\t]*(,|$)");

  public EntityTags {
    strong = Set.copyOf(strong);
    weak = Set.copyOf(weak);
  }

  /**
   * The tags of a request's header, if it has that header.
   *
   * @throws Problem.Refused 400 for what is not a list of tags
   */
  public static Optional<EntityTags> of(Request request, String header) throws Problem.Refused {
    var value = request.header(header).map(String::strip).filter(text -> !text.isEmpty());
    return value.isEmpty() ? Optional.empty() : Optional.of(parse(header, value.get()));
  }

  /** Whether a response of that tag is among them, weak or strong: for {@code If-None-Match}. */
  public boolean match(String tag) {
    return any || strong.contains(tag) || weak.contains(tag);
  }

  private static EntityTags parse(String header, String value) throws Problem.Refused {
    if (value.equals("*")) {
      return new EntityTags(true, Set.of(), Set.of());
    }
    var strong = new HashSet<String>();
    var weak = new HashSet<String>();
    var next = NEXT.matcher(value);
    boolean ended = false;
    while (next.find()) {
      (next.group(1) == null ? strong : weak).add(next.group(2));
      ended = next.group(3).isEmpty();
    }
    if (!ended) {
      throw new Problem.Refused(Problem.badRequest(header + " takes * or a list of quoted tags."));
    }
    return new EntityTags(false, strong, weak);
  }
}
