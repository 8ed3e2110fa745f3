package ratings.domain.document;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The fields of one object of a document. Absent, null and blank text are the same: nothing. A
 * field of the wrong kind is a violation and reads as nothing.
 */
public final class Fields {
  /** Longest text that can be a code of ours. */
  static final int LONGEST_CODE = 64;

  private final Map<?, ?> object;
  private final String at;
  private final List<Violation> violations;
  private final Set<String> read = new HashSet<>();

  private Fields(Map<?, ?> object, String at, List<Violation> violations) {
    this.object = object;
    this.at = at;
    this.violations = violations;
  }

  /** The fields of a whole document; what is wrong with it is added to the violations. */
  public static Fields of(Object document, List<Violation> violations) {
    return at("", document, violations);
  }

  /** The fields of a value that stands at a pointer of its document. */
  public static Fields at(String pointer, Object value, List<Violation> violations) {
    if (value instanceof Map<?, ?> object) {
      return new Fields(object, pointer, violations);
    }
    violations.add(new Violation(pointer, "must be an object"));
    return new Fields(Map.of(), pointer, violations);
  }

  /** A field as it stands, for what the other methods do not read. */
  public Optional<Object> value(String name) {
    read.add(name);
    Object value = object.get(name);
    return value instanceof String text && Text.isBlank(text)
        ? Optional.empty()
        : Optional.ofNullable(value);
  }

  /** Whether the document names the field, be it null. */
  public boolean names(String name) {
    return object.containsKey(name);
  }

  /** Whether the field is text, be it blank. */
  public boolean isText(String name) {
    return object.get(name) instanceof String;
  }

  /** Every name in the object, in the document's order, for objects whose names are data. */
  public List<String> names() {
    return object.keySet().stream().map(Object::toString).toList();
  }

  /** An object inside this one. */
  public Optional<Fields> object(String name) {
    return value(name)
        .filter(value -> check(name, value instanceof Map<?, ?>, "must be an object"))
        .map(value -> at(pointer(name), value, violations));
  }

  /** The elements of a list of at most so many, named by their index, as pointers have it. */
  public Optional<Fields> list(String name, int most) {
    return value(name)
        .filter(
            value ->
                check(
                    name,
                    value instanceof List<?> list && list.size() <= most,
                    "must be a list of at most " + most))
        .map(value -> at(pointer(name), byIndex((List<?>) value), violations));
  }

  public Optional<String> id(String name) {
    return string(name, "must be text")
        .filter(
            id ->
                check(
                    name, Text.isId(id), "must be 1-256 printable characters without white space"));
  }

  /** Text of at most so many code points, verbatim. */
  public Optional<String> text(String name, int longest) {
    return string(name, "must be text")
        .filter(
            text ->
                check(
                    name,
                    text.codePointCount(0, text.length()) <= longest,
                    "must have at most " + longest + " characters"))
        .filter(text -> check(name, Text.flaw(text).isEmpty(), "holds a control character"));
  }

  public Optional<Boolean> flag(String name) {
    return value(name)
        .filter(value -> check(name, value instanceof Boolean, "must be true or false"))
        .map(Boolean.class::cast);
  }

  /** A whole number from {@code least} to {@code most}; {@code 4.0} is one, {@code "4"} is not. */
  public Optional<Integer> integer(String name, int least, int most) {
    return value(name)
        .flatMap(value -> whole(value, least, most))
        .or(
            () -> {
              check(
                  name,
                  value(name).isEmpty(),
                  "must be a whole number from " + least + " to " + most);
              return Optional.empty();
            });
  }

  /** A list of ids, none twice, at most so many. */
  public Optional<List<String>> ids(String name, int most) {
    return value(name)
        .filter(
            value ->
                check(
                    name,
                    value instanceof List<?> list
                        && list.size() <= most
                        && list.stream().allMatch(each -> each instanceof String s && Text.isId(s)),
                    "must be a list of at most " + most + " ids"))
        .map(value -> ((List<?>) value).stream().map(String.class::cast).distinct().toList());
  }

  /** Says that a field must be there, where it is not. */
  public <T> T required(String name, Optional<T> value, T otherwise) {
    require(name, value);
    return value.orElse(otherwise);
  }

  /** Says that a field must be there, where it is not; one that is wrong has been told of. */
  public void require(String name, Optional<?> value) {
    if (value.isEmpty() && this.value(name).isEmpty()) {
      violate(name, "must be given");
    }
  }

  /** Every field that nobody read is a violation: our contracts are closed. */
  public void refuseOthers() {
    for (Object name : object.keySet()) {
      if (!read.contains(name)) {
        violate(name.toString(), "is not a known field");
      }
    }
  }

  public void violate(String name, String detail) {
    violations.add(new Violation(pointer(name), detail));
  }

  /** Where a field stands in the document. */
  public String pointer(String name) {
    return at + "/" + name.replace("~", "~0").replace("/", "~1");
  }

  private Optional<String> string(String name, String otherwise) {
    return value(name)
        .filter(value -> check(name, value instanceof String, otherwise))
        .map(String.class::cast);
  }

  private boolean check(String name, boolean holds, String detail) {
    if (!holds) {
      violate(name, detail);
    }
    return holds;
  }

  private static Map<String, Object> byIndex(List<?> list) {
    var byIndex = new LinkedHashMap<String, Object>();
    for (int i = 0; i < list.size(); i++) {
      byIndex.put(Integer.toString(i), list.get(i));
    }
    return byIndex;
  }

  private static Optional<Integer> whole(Object value, int least, int most) {
    if (!(value instanceof Number number)) {
      return Optional.empty();
    }
    var decimal = number instanceof BigDecimal exact ? exact : new BigDecimal(number.toString());
    boolean inRange =
        decimal.compareTo(BigDecimal.valueOf(least)) >= 0
            && decimal.compareTo(BigDecimal.valueOf(most)) <= 0;
    return inRange && decimal.stripTrailingZeros().scale() <= 0
        ? Optional.of(decimal.intValue())
        : Optional.empty();
  }

  /** A list of violations to collect into. */
  public static List<Violation> collecting() {
    return new ArrayList<>();
  }
}
