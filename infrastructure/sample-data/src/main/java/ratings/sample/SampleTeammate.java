package ratings.sample;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Somebody who answers customers, and has the credit for it (R21).
 *
 * @param share of the conversations of their lines, in relation to their colleagues
 * @param quality how many of their ratings are good, from 0 to 1
 * @param lines where they answer
 */
record SampleTeammate(
    String id, String name, String team, int share, double quality, List<String> lines) {
  SampleTeammate {
    lines = List.copyOf(lines);
  }

  /** As platforms tell of who took part in a conversation. */
  Map<String, Object> document() {
    var document = new LinkedHashMap<String, Object>();
    document.put("id", id);
    document.put("name", name);
    document.put("team", team);
    return document;
  }
}
