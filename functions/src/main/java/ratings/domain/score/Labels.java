package ratings.domain.score;

import java.util.List;
import java.util.Optional;

/**
 * What the scores of each scale are called in one language. A language is one entry below; every
 * star has its own words, for many languages have more than two plurals.
 *
 * @param language as a BCP 47 tag
 * @param stars from one to five
 * @param faces from terrible to amazing (D5)
 * @param thumbs down and up
 */
public record Labels(String language, List<String> stars, List<String> faces, List<String> thumbs) {
  private static final Labels ENGLISH =
      new Labels(
          "en",
          List.of("1 star", "2 stars", "3 stars", "4 stars", "5 stars"),
          List.of("terrible", "bad", "ok", "good", "amazing"),
          List.of("thumbs down", "thumbs up"));

  private static final List<Labels> ALL =
      List.of(
          ENGLISH,
          new Labels(
              "de",
              List.of("1 Stern", "2 Sterne", "3 Sterne", "4 Sterne", "5 Sterne"),
              List.of("furchtbar", "schlecht", "okay", "gut", "großartig"),
              List.of("Daumen runter", "Daumen hoch")),
          new Labels(
              "fr",
              List.of("1 étoile", "2 étoiles", "3 étoiles", "4 étoiles", "5 étoiles"),
              List.of("très mauvais", "mauvais", "correct", "bien", "excellent"),
              List.of("pouce vers le bas", "pouce vers le haut")),
          new Labels(
              "es",
              List.of("1 estrella", "2 estrellas", "3 estrellas", "4 estrellas", "5 estrellas"),
              List.of("pésimo", "malo", "aceptable", "bueno", "excelente"),
              List.of("pulgar abajo", "pulgar arriba")));

  public Labels {
    if (stars.size() != 5 || faces.size() != 5 || thumbs.size() != 2) {
      throw new IllegalArgumentException("not a label for every score in " + language);
    }
    stars = List.copyOf(stars);
    faces = List.copyOf(faces);
    thumbs = List.copyOf(thumbs);
  }

  /** The labels in that language or the language it is a kind of, else in English. */
  public static Labels in(String language) {
    var base = language.split("-", 2)[0];
    return named(language).or(() -> named(base)).orElse(ENGLISH);
  }

  static List<Labels> all() {
    return ALL;
  }

  /** What the score of a scale is called; on a scale from 0 to 10 it is the number. */
  public String of(Scale scale, int score) {
    int index = score - scale.lowest();
    return switch (scale) {
      case STARS5 -> stars.get(index);
      case FACES5 -> faces.get(index);
      case THUMBS -> thumbs.get(index);
      case NPS -> Integer.toString(score);
    };
  }

  private static Optional<Labels> named(String language) {
    return ALL.stream().filter(labels -> labels.language.equals(language)).findFirst();
  }
}
