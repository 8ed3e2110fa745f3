package ratings.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A piece of a page or a mail. Text and values of attributes are always escaped (P24); what comes
 * out is HTML and well-formed XML at once, so that a test can read it strictly.
 */
public sealed interface Html {
  void write(StringBuilder out);

  /** Text as it is to be read. */
  record Text(String text) implements Html {
    @Override
    public void write(StringBuilder out) {
      escape(text, out);
    }
  }

  /** Style of our own, which no customer has a word in. */
  record Style(String css) implements Html {
    @Override
    public void write(StringBuilder out) {
      out.append("<style>").append(css).append("</style>");
    }
  }

  /** An element; its name and those of its attributes are ours. */
  record Element(String name, Map<String, String> attributes, List<Html> children) implements Html {
    private static final Set<String> VOID = Set.of("input", "meta", "br", "path", "circle");

    public Element {
      attributes = new LinkedHashMap<>(attributes);
      children = List.copyOf(children);
    }

    public Element with(String attribute, String value) {
      var more = new LinkedHashMap<>(attributes);
      more.put(attribute, value);
      return new Element(name, more, children);
    }

    /** With an attribute that is on or off. */
    public Element with(String attribute, boolean on) {
      return on ? with(attribute, attribute) : this;
    }

    @Override
    public void write(StringBuilder out) {
      out.append('<').append(name);
      attributes.forEach(
          (attribute, value) -> {
            out.append(' ').append(attribute).append("=\"");
            escape(value, out);
            out.append('"');
          });
      if (VOID.contains(name)) {
        out.append("/>");
        return;
      }
      out.append('>');
      children.forEach(child -> child.write(out));
      out.append("</").append(name).append('>');
    }
  }

  /** A whole document around its outermost element. */
  static String document(Html root) {
    var html = new StringBuilder("<!DOCTYPE html>\n");
    root.write(html);
    return html.append('\n').toString();
  }

  /** The direction in which a language is written, as an element's {@code dir} has it. */
  static String direction(String language) {
    return switch (language) {
      case "ar", "he", "fa", "ur" -> "rtl";
      default -> "ltr";
    };
  }

  static Html text(String text) {
    return new Text(text);
  }

  static Element element(String name, Html... children) {
    return element(name, List.of(children));
  }

  static Element element(String name, List<Html> children) {
    return new Element(name, Map.of(), children);
  }

  static Element element(String name, String text) {
    return element(name, text(text));
  }

  private static void escape(String text, StringBuilder out) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        case '\r' -> out.append("&#13;");
        default -> out.append(c);
      }
    }
  }
}
