package ratings.sample;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * What customers write, by language and by whether they are content.
 *
 * @param hostile what nobody may ever run, and who signs with it
 */
record Phrases(Map<String, Mood> byLanguage, List<Hostile> hostile) {
  private static final double TWO_SENTENCES = 0.2;

  /** Phrases of one language. */
  record Mood(List<String> good, List<String> bad) {}

  /** A text, or a name, that some program might take for more than a text. */
  record Hostile(String name, String feedback) {}

  static Phrases load() {
    return new Phrases(
        Resource.read("phrases.json", new TypeReference<>() {}),
        Resource.read("hostile.json", new TypeReference<>() {}));
  }

  String feedback(String language, boolean content, Random random) {
    var mood = byLanguage.get(language);
    var phrases = content ? mood.good() : mood.bad();
    String phrase = pick(phrases, random);
    String second = pick(phrases, random);
    boolean more = random.nextDouble() < TWO_SENTENCES && !second.equals(phrase);
    return more ? phrase + " " + second : phrase;
  }

  private static String pick(List<String> phrases, Random random) {
    return phrases.get(random.nextInt(phrases.size()));
  }
}
