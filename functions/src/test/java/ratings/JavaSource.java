package ratings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A source as far as walls between packages go.
 *
 * @param code the text without comments and literals
 * @param uses packages that it imports from or names in its code, without its own
 */
record JavaSource(String name, String inPackage, String code, Set<String> uses) {
  private static final Pattern COMMENTS_AND_LITERALS =
      Pattern.compile(
          "\"\"\"(?s:.*?)\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*+\"|'(?:\\\\.|[^'\\\\])'"
              + "|//[^\n]*|/\\*(?s:.*?)\\*/");
  private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
  private static final String LOWER = "([a-z][a-z0-9_]*(?:\\.[a-z][a-z0-9_]*)*)";

  /** Types and wildcards of imports. */
  private static final Pattern IMPORT =
      Pattern.compile("(?m)^import (?:static )?" + LOWER + "\\.(?:[A-Z]|\\*)");

  /** Types named in full where they are used. */
  private static final Pattern QUALIFIED =
      Pattern.compile(
          "(?<![\\w.])((?:ratings|javax?|jdk|com|org|software|io|net|sun)"
              + "(?:\\.[a-z][a-z0-9_]*)+)\\.[A-Z]");

  static JavaSource of(String name, String text) {
    var code = COMMENTS_AND_LITERALS.matcher(text).replaceAll("\"\"");
    var found = PACKAGE.matcher(code);
    var inPackage = found.find() ? found.group(1) : "";
    var uses = new TreeSet<String>();
    for (var pattern : List.of(IMPORT, QUALIFIED)) {
      pattern.matcher(code).results().forEach(use -> uses.add(use.group(1)));
    }
    uses.remove(inPackage);
    return new JavaSource(name, inPackage, code, uses);
  }

  /** Every source under a folder. */
  static List<JavaSource> under(Path folder) {
    try (var files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .sorted()
          .map(file -> of(folder.relativize(file).toString(), read(file)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether it is in this package or in one inside it. */
  boolean isIn(String room) {
    return within(inPackage, room);
  }

  /** Whether a package is this one or inside it. */
  static boolean within(String name, String room) {
    return name.equals(room) || name.startsWith(room + ".");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
