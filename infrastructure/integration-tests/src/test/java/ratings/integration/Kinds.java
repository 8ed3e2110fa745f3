package ratings.integration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ratings.domain.report.Combination;
import ratings.domain.score.Scale;

/** Forty kinds of conversations of a workspace, on its five lines. */
record Kinds(String workspace) {
  static final int COUNT = 40;
  private static final List<Scale> SCALES =
      List.of(Scale.STARS5, Scale.THUMBS, Scale.STARS5, Scale.FACES5, Scale.NPS);
  private static final List<String> CHANNELS =
      List.of("website", "website", "email", "telegram", "whatsapp");

  /** Creates the lines over the API. */
  void createLines(Api admin) {
    for (int i = 0; i < CHANNELS.size(); i++) {
      admin.put(
          "/v1/lines/" + line(i),
          "{\"channel\":\"%s\",\"name\":\"Line %s\",\"scale\":\"%s\"}"
              .formatted(CHANNELS.get(i), i, SCALES.get(i).code()));
    }
  }

  List<Combination> all() {
    var all = new ArrayList<Combination>();
    for (int i = 0; i < COUNT; i++) {
      all.add(i % 10 == 9 ? surveyed(i) : kind(i));
    }
    return all;
  }

  String line(int number) {
    return workspace + "-line" + number;
  }

  private Combination kind(int number) {
    int line = number % CHANNELS.size();
    boolean botOnly = line < 2 && number % 3 == 0;
    int mate = number / CHANNELS.size() % 6;
    return new Combination(
        line(line),
        CHANNELS.get(line),
        Optional.of("team" + mate % 3).filter(_ -> !botOnly && mate < 5),
        Optional.of("mate" + mate).filter(_ -> !botOnly),
        Optional.of("bot" + number % 2).filter(_ -> botOnly || number % 4 == 0),
        Optional.empty(),
        SCALES.get(line));
  }

  private Combination surveyed(int number) {
    return new Combination(
        line(0),
        "rtm",
        Optional.empty(),
        Optional.empty(),
        Optional.of("bot" + number / 10),
        Optional.of(number % 20 == 9 ? "Thumb" : "Net"),
        number % 20 == 9 ? Scale.THUMBS : Scale.NPS);
  }
}
