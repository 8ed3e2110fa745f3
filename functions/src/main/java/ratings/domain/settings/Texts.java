package ratings.domain.settings;

import java.util.Collections;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import ratings.domain.document.Fields;
import ratings.domain.document.Shape;

/**
 * A text in several languages, at least one.
 *
 * @param byLanguage by BCP 47 tag in its canonical form, {@code de} or {@code pt-BR}
 */
public record Texts(Map<String, String> byLanguage) {
  private static final String ENGLISH = "en";
  private static final int MOST = 50;
  private static final int LONGEST = 1000;

  static final Shape<Texts> SHAPE = Shape.of(Texts::read, Texts::byLanguage);

  public Texts {
    byLanguage = Collections.unmodifiableSortedMap(new TreeMap<>(byLanguage));
    if (byLanguage.isEmpty()) {
      throw new IllegalArgumentException("texts in no language");
    }
  }

  /** A text and the language that it is in. */
  public record Chosen(String language, String text) {}

  /** The canonical form of a language tag, or nothing where it is none. */
  public static Optional<String> language(String tag) {
    try {
      var language = new Locale.Builder().setLanguageTag(tag.replace('_', '-')).build();
      return language.getLanguage().isEmpty()
          ? Optional.empty()
          : Optional.of(language.toLanguageTag());
    } catch (IllformedLocaleException notATag) {
      return Optional.empty();
    }
  }

  /** The text in exactly that language, else in its base language, in English, in any (R88). */
  public Chosen in(String language) {
    for (var tag = language; !tag.isEmpty(); tag = base(tag)) {
      if (byLanguage.containsKey(tag)) {
        return new Chosen(tag, byLanguage.get(tag));
      }
    }
    var any = byLanguage.containsKey(ENGLISH) ? ENGLISH : byLanguage.keySet().iterator().next();
    return new Chosen(any, byLanguage.get(any));
  }

  /** {@code zh-Hant} of {@code zh-Hant-TW}; nothing of {@code zh}. */
  private static String base(String tag) {
    return tag.substring(0, Math.max(0, tag.lastIndexOf('-')));
  }

  private static Optional<Texts> read(Fields fields, String name) {
    return fields
        .object(name)
        .map(Texts::read)
        .filter(
            texts -> {
              if (texts.size() > MOST) {
                fields.violate(name, "must be in at most " + MOST + " languages");
              }
              return !texts.isEmpty();
            })
        .map(Texts::new);
  }

  private static Map<String, String> read(Fields fields) {
    var texts = new TreeMap<String, String>();
    for (String tag : fields.names()) {
      var text = fields.text(tag, LONGEST);
      var language = language(tag);
      if (language.isEmpty()) {
        fields.violate(tag, "must be a language tag, as de or pt-BR");
      }
      if (language.isPresent() && text.isPresent()) {
        if (texts.put(language.get(), text.get()) != null) {
          fields.violate(tag, "must not be given twice");
        }
      }
    }
    return texts;
  }
}
