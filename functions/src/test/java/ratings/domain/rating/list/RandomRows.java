package ratings.domain.rating.list;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ratings.domain.document.Reading;
import ratings.domain.rating.Source;
import ratings.domain.score.Scale;

/** Rows, filters and orders by chance, from a seed; many rows share a millisecond. */
final class RandomRows {
  private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

  private final RandomGenerator random;

  RandomRows(RandomGenerator random) {
    this.random = random;
  }

  List<ListedRating> rows(int count) {
    return IntStream.range(0, count).mapToObj(i -> row("c" + i)).toList();
  }

  RatingFilter filter() {
    var parameters = new ArrayList<Map.Entry<String, String>>();
    var all =
        List.of(
            Map.entry("userId", user()),
            Map.entry("userId[in]", user() + "," + user()),
            Map.entry("teammateId", mate()),
            Map.entry("teammateId[in]", mate() + "," + mate()),
            Map.entry("conversationId[in]", ids()),
            Map.entry("rating[lte]", "" + random.nextInt(6)),
            Map.entry("feedback[exists]", "" + random.nextBoolean()),
            Map.entry("channel[ne]", "email"),
            Map.entry("recordedAt[after]", time().toString()),
            Map.entry("recordedAt[before]", time().toString()));
    for (var parameter : all) {
      if (random.nextInt(6) == 0) {
        parameters.add(parameter);
      }
    }
    return ((Reading.Valid<RatingFilter>) RatingFilter.read(parameters)).value();
  }

  Sort sort() {
    return random.nextBoolean() ? Sort.NEWEST_FIRST : Sort.OLDEST_FIRST;
  }

  int limit() {
    return one(1, 3, 7, 20, 50, 200);
  }

  private ListedRating row(String id) {
    var row =
        ARating.of(id)
            .score(random.nextInt(1, 6))
            .on(one(Scale.STARS5, Scale.FACES5))
            .channel(one("website", "email", "telegram"))
            .source(one(Source.WIDGET, Source.API))
            .recorded(time());
    if (random.nextBoolean()) {
      row.user(user(), "Name");
    }
    if (random.nextBoolean()) {
      row.teammate(mate(), "Mate", "north");
    }
    return random.nextBoolean() ? row.feedback("words").row() : row.row();
  }

  private Instant time() {
    return START.plusMillis(random.nextInt(12));
  }

  private String user() {
    return one("u1", "u2", "u3", "auth0|u");
  }

  private String mate() {
    return one("t1", "t2");
  }

  private String ids() {
    return String.join(
        ",", Stream.generate(() -> "c" + random.nextInt(80)).limit(30).distinct().toList());
  }

  @SafeVarargs
  private <T> T one(T... values) {
    return values[random.nextInt(values.length)];
  }
}
