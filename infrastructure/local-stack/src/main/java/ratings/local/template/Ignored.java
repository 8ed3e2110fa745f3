package ratings.local.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the template says that has no meaning on this machine, so that nothing is left unsaid. */
final class Ignored {
  private final Map<String, TreeSet<String>> found = new TreeMap<>();

  /**
   * @param kind a resource type, or another place in the template
   * @param what the property, or the resource
   */
  void add(String kind, String what) {
    found.computeIfAbsent(kind, unused -> new TreeSet<>()).add(what);
  }

  /** One line for each kind. */
  List<String> lines() {
    var lines = new ArrayList<String>();
    found.forEach((kind, what) -> lines.add(kind + ": " + String.join(", ", what)));
    return lines;
  }
}
