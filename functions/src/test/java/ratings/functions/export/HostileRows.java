package ratings.functions.export;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import ratings.domain.rating.list.ARating;
import ratings.domain.rating.list.ListedRating;

/** Rows by chance whose texts want to break out of their cells: the same ones for a seed. */
final class HostileRows {
  private static final List<String> PIECES =
      List.of(
          "=",
          "+",
          "-",
          "@",
          "\t",
          "\r",
          "\n",
          "\r\n",
          "'",
          "''",
          "\"",
          "\"\"",
          ",",
          ";",
          " ",
          "\uff1d",
          "\uff0b",
          "\uff0d",
          "\uff20",
          "\ufeff",
          "\u202e",
          "\u2028",
          "\ud83d\ude00",
          "a",
          "\u00fc",
          "=cmd|' /C calc'!A0",
          "HYPERLINK(\"http://x\")",
          "\\",
          "|",
          "%");

  private final RandomGenerator random;

  HostileRows(RandomGenerator random) {
    this.random = random;
  }

  List<ListedRating> rows() {
    var rows = new ArrayList<ListedRating>();
    for (int i = random.nextInt(30); i > 0; i--) {
      rows.add(row(i));
    }
    return rows;
  }

  private ListedRating row(int i) {
    var row =
        ARating.of(text() + "c" + i)
            .score(random.nextInt(1, 6))
            .channel(random.nextBoolean() ? "website" : text() + "x")
            .line(text() + "l")
            .recorded(Instant.parse("2026-11-01T00:00:00Z").plusMillis(random.nextInt(9)));
    if (random.nextBoolean()) {
      row.message(text() + "m");
    }
    if (random.nextBoolean()) {
      row.user(text() + "u", text());
    }
    if (random.nextBoolean()) {
      row.feedback(text() + "f");
    }
    return row.row();
  }

  private String text() {
    var text = new StringBuilder();
    for (int i = random.nextInt(5); i > 0; i--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }
}
