package ratings.functions.site;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Modules that import each other, as one module: a single file compresses to three quarters of what
 * they take one by one. Each becomes a function that returns what it exports, so that its other
 * names stay its own. Reads imports and exports as these pages write them, each on a line of its
 * own.
 */
final class Bundle {
  private static final Pattern OWN =
      Pattern.compile("(?m)^import (?:\\{ (.+) } from )?'\\./([\\w-]+)\\.js';\n");
  private static final Pattern LIBRARY =
      Pattern.compile("(?m)^import \\{ (.+) } from '(\\w.*)';\n");
  private static final Pattern EXPORT =
      Pattern.compile("(?m)^export ((?:const|class|function|async function) (\\w+))");

  /** Other ways to import and export, and what no function that does not wait can hold. */
  private static final Pattern UNREAD =
      Pattern.compile(
          "(?m)^(?:import|export)\\b.*|^.*\\bimport\\(.*|^(?!.*\\basync\\b)(?=\\S).*\\bawait\\b.*");

  private static final Pattern EXPORTED_CONST = Pattern.compile("(?m)^export const .*");
  private static final Pattern WITHIN =
      Pattern.compile("'[^']*'|\\([^()]*\\)|\\[[^\\[\\]]*]|\\{[^{}]*}");

  private final UnaryOperator<String> files;
  private final Map<String, String> modules = new LinkedHashMap<>();
  private final Map<String, Set<String>> exports = new HashMap<>();
  private final Map<String, TreeSet<String>> libraries = new TreeMap<>();

  private Bundle(UnaryOperator<String> files) {
    this.files = files;
  }

  /**
   * The module of a name, as {@code app}, with all that it imports from beside it.
   *
   * @param files the text of a file by its name, as {@code app.js}
   */
  static String of(String name, UnaryOperator<String> files) {
    var bundle = new Bundle(files);
    bundle.add(name, new LinkedHashSet<>());
    var imports =
        bundle.libraries.entrySet().stream()
            .map(library -> imported(library.getKey(), library.getValue()));
    return imports.collect(Collectors.joining()) + String.join("", bundle.modules.values());
  }

  /** Adds a module behind what it imports. */
  private void add(String name, SequencedSet<String> importing) {
    if (modules.containsKey(name)) {
      return;
    }
    if (!importing.add(name)) {
      throw new IllegalArgumentException(importing + " import each other in a circle");
    }
    var text = files.apply(name + ".js");
    OWN.matcher(text).results().forEach(own -> add(own.group(2), importing));
    LIBRARY.matcher(text).results().forEach(this::note);
    modules.put(name, asFunction(name, text));
    importing.remove(name);
  }

  private void note(MatchResult library) {
    libraries
        .computeIfAbsent(library.group(2), path -> new TreeSet<>())
        .addAll(List.of(library.group(1).split(", ")));
  }

  private String asFunction(String name, String text) {
    EXPORTED_CONST.matcher(text).results().forEach(export -> requireOne(name, export.group()));
    var exported = EXPORT.matcher(text).results().map(it -> it.group(2)).toList();
    exports.put(name, Set.copyOf(exported));
    var body = replaced(text, LIBRARY, library -> "");
    body = replaced(body, OWN, own -> taken(name, own));
    body = replaced(body, EXPORT, export -> export.group(1));
    var unread = UNREAD.matcher(body);
    if (unread.find()) {
      throw new IllegalArgumentException(name + ": " + unread.group());
    }
    return "const %s = (() => {\n%sreturn { %s };\n})();\n"
        .formatted(variable(name), body, String.join(", ", exported));
  }

  /** Refuses a second name behind a comma, which would not be exported. */
  private static void requireOne(String name, String line) {
    var outermost = line;
    while (WITHIN.matcher(outermost).find()) {
      outermost = WITHIN.matcher(outermost).replaceAll("");
    }
    if (outermost.split("[(\\[{]", 2)[0].contains(",")) {
      throw new IllegalArgumentException(name + ": " + line);
    }
  }

  /** What a module takes of another one. */
  private String taken(String name, MatchResult own) {
    if (own.group(1) == null) {
      return "";
    }
    for (var taken : own.group(1).split(", ", -1)) {
      if (!exports.get(own.group(2)).contains(taken.replaceFirst(" as .*", ""))) {
        throw new IllegalArgumentException(name + " imports what is not exported: " + taken);
      }
    }
    return "const { %s } = %s;\n"
        .formatted(own.group(1).replace(" as ", ": "), variable(own.group(2)));
  }

  private static String replaced(
      String text, Pattern pattern, Function<MatchResult, String> replacement) {
    return pattern
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(replacement.apply(found)));
  }

  private static String imported(String library, TreeSet<String> names) {
    return "import { %s } from '%s';\n".formatted(String.join(", ", names), library);
  }

  private static String variable(String module) {
    return "$" + module.replace('-', '_');
  }
}
