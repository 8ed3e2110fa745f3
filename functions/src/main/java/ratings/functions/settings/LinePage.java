package ratings.functions.settings;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import ratings.domain.document.Text;
import ratings.domain.settings.Settings;
import ratings.http.Json;
import ratings.http.Problem;

/**
 * A page of a workspace's lines, as many as an answer of Lambda holds. A cursor is the id of the
 * line before it; it opens nothing, so nobody signs it.
 *
 * @param document {@code {items, next?}}
 */
record LinePage(Map<String, Object> document) {
  /** Lambda takes 6 MB, and JSON in its event's JSON takes more than it does alone. */
  static final int MOST_BYTES = 4_000_000;

  static LinePage of(SortedMap<String, Settings> lines, Settings workspace) {
    var items = new ArrayList<Map<String, Object>>();
    var document = new LinkedHashMap<String, Object>();
    document.put("items", items);
    int bytes = 0;
    String last = "";
    for (var line : lines.entrySet()) {
      var item = Level.ofLine(line.getKey(), line.getValue(), workspace).document();
      bytes += Json.write(item).length;
      if (bytes > MOST_BYTES && !items.isEmpty()) {
        document.put("next", cursor(last));
        break;
      }
      items.add(item);
      last = line.getKey();
    }
    return new LinePage(document);
  }

  /**
   * The lines that a cursor has left.
   *
   * @throws Problem.Refused 400 if it is none of ours
   */
  static SortedMap<String, Settings> after(String cursor, SortedMap<String, Settings> lines)
      throws Problem.Refused {
    try {
      var last = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      if (Text.isId(last) && cursor(last).equals(cursor)) {
        return lines.tailMap(last + "\0");
      }
      throw badCursor();
    } catch (IllegalArgumentException e) {
      throw badCursor();
    }
  }

  private static String cursor(String last) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(last.getBytes(StandardCharsets.UTF_8));
  }

  private static Problem.Refused badCursor() {
    return new Problem.Refused(
        Problem.of(
            400, "bad-cursor", "Not a cursor of this list", "Take it from the page before."));
  }
}
