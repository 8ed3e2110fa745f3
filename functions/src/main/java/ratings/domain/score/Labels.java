package ratings.domain.score;

import java.util.List;
import java.util.Locale;
import java.util.Map;
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
  private static final Map<String, String> OTHER_NAMES = Map.of("no", "nb", "nn", "nb");

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
              List.of("pulgar abajo", "pulgar arriba")),
          new Labels(
              "it",
              List.of("1 stella", "2 stelle", "3 stelle", "4 stelle", "5 stelle"),
              List.of("pessimo", "scarso", "discreto", "buono", "eccellente"),
              List.of("pollice in giù", "pollice in su")),
          new Labels(
              "pt",
              List.of("1 estrela", "2 estrelas", "3 estrelas", "4 estrelas", "5 estrelas"),
              List.of("péssimo", "ruim", "razoável", "bom", "excelente"),
              List.of("polegar para baixo", "polegar para cima")),
          new Labels(
              "nl",
              List.of("1 ster", "2 sterren", "3 sterren", "4 sterren", "5 sterren"),
              List.of("vreselijk", "slecht", "oké", "goed", "geweldig"),
              List.of("duim omlaag", "duim omhoog")),
          new Labels(
              "pl",
              List.of("1 gwiazdka", "2 gwiazdki", "3 gwiazdki", "4 gwiazdki", "5 gwiazdek"),
              List.of("fatalnie", "źle", "w porządku", "dobrze", "znakomicie"),
              List.of("kciuk w dół", "kciuk w górę")),
          new Labels(
              "cs",
              List.of("1 hvězdička", "2 hvězdičky", "3 hvězdičky", "4 hvězdičky", "5 hvězdiček"),
              List.of("hrozné", "špatné", "ujde to", "dobré", "skvělé"),
              List.of("palec dolů", "palec nahoru")),
          new Labels(
              "sv",
              List.of("1 stjärna", "2 stjärnor", "3 stjärnor", "4 stjärnor", "5 stjärnor"),
              List.of("hemskt", "dåligt", "okej", "bra", "fantastiskt"),
              List.of("tummen ner", "tummen upp")),
          new Labels(
              "da",
              List.of("1 stjerne", "2 stjerner", "3 stjerner", "4 stjerner", "5 stjerner"),
              List.of("elendigt", "dårligt", "okay", "godt", "fantastisk"),
              List.of("tommelfingeren ned", "tommelfingeren op")),
          new Labels(
              "fi",
              List.of("1 tähti", "2 tähteä", "3 tähteä", "4 tähteä", "5 tähteä"),
              List.of("surkea", "huono", "ihan ok", "hyvä", "loistava"),
              List.of("peukalo alas", "peukalo ylös")),
          new Labels(
              "nb",
              List.of("1 stjerne", "2 stjerner", "3 stjerner", "4 stjerner", "5 stjerner"),
              List.of("elendig", "dårlig", "greit", "bra", "fantastisk"),
              List.of("tommel ned", "tommel opp")),
          new Labels(
              "tr",
              List.of("1 yıldız", "2 yıldız", "3 yıldız", "4 yıldız", "5 yıldız"),
              List.of("berbat", "kötü", "idare eder", "iyi", "harika"),
              List.of("beğenmedim", "beğendim")),
          new Labels(
              "ru",
              List.of("1 звезда", "2 звезды", "3 звезды", "4 звезды", "5 звёзд"),
              List.of("ужасно", "плохо", "нормально", "хорошо", "отлично"),
              List.of("палец вниз", "палец вверх")),
          new Labels(
              "uk",
              List.of("1 зірка", "2 зірки", "3 зірки", "4 зірки", "5 зірок"),
              List.of("жахливо", "погано", "нормально", "добре", "чудово"),
              List.of("палець вниз", "палець угору")),
          new Labels(
              "ar",
              List.of("نجمة واحدة", "نجمتان", "3 نجوم", "4 نجوم", "5 نجوم"),
              List.of("سيئ جدًا", "سيئ", "مقبول", "جيد", "رائع"),
              List.of("إبهام إلى الأسفل", "إبهام إلى الأعلى")),
          new Labels(
              "he",
              List.of("כוכב אחד", "2 כוכבים", "3 כוכבים", "4 כוכבים", "5 כוכבים"),
              List.of("גרוע מאוד", "גרוע", "בסדר", "טוב", "מצוין"),
              List.of("אגודל למטה", "אגודל למעלה")),
          new Labels(
              "ja",
              List.of("星1つ", "星2つ", "星3つ", "星4つ", "星5つ"),
              List.of("最悪", "悪い", "普通", "良い", "最高"),
              List.of("低評価", "高評価")),
          new Labels(
              "zh",
              List.of("1 星", "2 星", "3 星", "4 星", "5 星"),
              List.of("很差", "差", "一般", "好", "非常好"),
              List.of("不满意", "满意")),
          new Labels(
              "fa",
              List.of("۱ ستاره", "۲ ستاره", "۳ ستاره", "۴ ستاره", "۵ ستاره"),
              List.of("افتضاح", "بد", "معمولی", "خوب", "عالی"),
              List.of("نپسندیدم", "پسندیدم")),
          new Labels(
              "ur",
              List.of("1 ستارہ", "2 ستارے", "3 ستارے", "4 ستارے", "5 ستارے"),
              List.of("بہت برا", "برا", "ٹھیک", "اچھا", "شاندار"),
              List.of("ناپسند", "پسند")));

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
    return find(language).orElse(ENGLISH);
  }

  /** The labels in that language or the language it is a kind of, if there are any. */
  public static Optional<Labels> find(String language) {
    var base = language.split("-", 2)[0].toLowerCase(Locale.ROOT);
    var name = OTHER_NAMES.getOrDefault(base, base);
    return ALL.stream().filter(labels -> labels.language.equals(name)).findFirst();
  }

  /** Every language that there are labels in, as BCP 47 tags. */
  public static List<String> languages() {
    return ALL.stream().map(Labels::language).toList();
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
}
