package ratings.local.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Properties that must all be asked for: {@link #end()} refuses what nobody read. That is how the
 * reader stays strict without a list of everything that could be wrong.
 */
final class Properties {
  private final String where;
  private final Map<String, Object> values;
  private final Ignored ignored;
  private final Set<String> unread;

  private Properties(String where, Map<String, Object> values, Ignored ignored) {
    this.where = where;
    this.values = values;
    this.ignored = ignored;
    this.unread = new TreeSet<>(values.keySet());
  }

  /**
   * @param where what errors say: the logical id and the path below it
   */
  static Properties of(String where, Object value, Ignored ignored) {
    if (!(value instanceof Map<?, ?> map)) {
      throw new TemplateException(where, "a mapping is expected");
    }
    var values = new LinkedHashMap<String, Object>();
    map.forEach((key, item) -> values.put(key.toString(), item));
    return new Properties(where, values, ignored);
  }

  String where() {
    return where;
  }

  Set<String> names() {
    return values.keySet();
  }

  Optional<Object> value(String name) {
    unread.remove(name);
    return Optional.ofNullable(values.get(name));
  }

  Optional<String> optionalText(String name) {
    return value(name).map(it -> scalar(name, it));
  }

  String text(String name) {
    return optionalText(name)
        .orElseThrow(() -> new TemplateException(where, "property " + name + " is missing"));
  }

  int number(String name, int otherwise) {
    return optionalText(name).map(it -> integer(name, it)).orElse(otherwise);
  }

  boolean flag(String name, boolean otherwise) {
    return optionalText(name)
        .map(
            it ->
                switch (it) {
                  case "true" -> true;
                  case "false" -> false;
                  default -> throw new TemplateException(where, name + " is not true or false");
                })
        .orElse(otherwise);
  }

  /** A list of texts; a single text counts as a list of one, absence as an empty list. */
  List<String> texts(String name) {
    return items(name).stream().map(it -> scalar(name, it)).toList();
  }

  /** A list of mappings, each of which must be read to its end. */
  List<Properties> sections(String name) {
    var sections = new ArrayList<Properties>();
    for (Object item : items(name)) {
      sections.add(of(where + "." + name + "[" + sections.size() + "]", item, ignored));
    }
    return sections;
  }

  /** A nested mapping, empty where absent. */
  Properties section(String name) {
    return of(where + "." + name, value(name).orElse(Map.of()), ignored);
  }

  Optional<Properties> optionalSection(String name) {
    return value(name).map(it -> of(where + "." + name, it, ignored));
  }

  /** Marks as read what means nothing to a running system, such as a description. */
  void skip(String... names) {
    for (String name : names) {
      unread.remove(name);
    }
  }

  /** Leaves out what has no counterpart here, and says so where it is used. */
  void ignore(String kind, String... names) {
    for (String name : names) {
      if (unread.remove(name)) {
        ignored.add(kind, name);
      }
    }
  }

  /** Refuses what nobody has read. */
  void end() {
    if (!unread.isEmpty()) {
      throw new TemplateException(
          where, "property " + unread.iterator().next() + " is not known to the local stack");
    }
  }

  private List<?> items(String name) {
    Object found = value(name).orElse(List.of());
    return found instanceof List<?> list ? list : List.of(found);
  }

  private String scalar(String name, Object value) {
    if (value instanceof Map || value instanceof List) {
      throw new TemplateException(where, "property " + name + " must be a plain value");
    }
    return value.toString();
  }

  private int integer(String name, String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new TemplateException(where, name + " is not a whole number: " + text);
    }
  }
}
