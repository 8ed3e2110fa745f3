package ratings.functions.page;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Stream;
import ratings.domain.score.Labels;
import ratings.domain.settings.Texts;

/**
 * The page's own words in one language: a file of this package each, and a line in {@link
 * #LANGUAGES}.
 */
record Wording(String language, Map<Phrase, String> phrases) {
  static final List<String> LANGUAGES =
      List.of(
          "en", "de", "fr", "es", "it", "pt", "nl", "pl", "cs", "sv", "da", "fi", "nb", "tr", "ru",
          "uk", "ar", "he", "fa", "ur", "ja", "zh");

  private static final Map<String, Wording> ALL =
      LANGUAGES.stream().collect(toUnmodifiableMap(Function.identity(), Wording::load));

  Wording {
    phrases = Map.copyOf(phrases);
  }

  /** In that language, or the one it is a kind of; else in one the browser asks for, or English. */
  static Wording in(Optional<String> language, Optional<String> acceptLanguage) {
    return Stream.concat(
            language.flatMap(Texts::language).stream(),
            acceptLanguage.stream().flatMap(Wording::accepted))
        .flatMap(tag -> named(tag).stream())
        .findFirst()
        .orElseGet(() -> ALL.get("en"));
  }

  String say(Phrase phrase) {
    return phrases.get(phrase);
  }

  private static Optional<Wording> named(String tag) {
    return Labels.find(tag).map(labels -> ALL.get(labels.language()));
  }

  /** The languages of an {@code Accept-Language}, the dearest first; none of what is not one. */
  private static Stream<String> accepted(String header) {
    try {
      return Locale.LanguageRange.parse(header).stream().map(Locale.LanguageRange::getRange);
    } catch (IllegalArgumentException notAList) {
      return Stream.empty();
    }
  }

  private static Wording load(String language) {
    var properties = new Properties();
    try (var in = Wording.class.getResourceAsStream(language + ".properties");
        var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var phrases = new EnumMap<Phrase, String>(Phrase.class);
    for (var phrase : Phrase.values()) {
      phrases.put(phrase, properties.getProperty(phrase.key()));
    }
    return new Wording(language, phrases);
  }
}
