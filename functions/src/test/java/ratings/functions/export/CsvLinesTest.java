package ratings.functions.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ratings.domain.document.Reading;
import ratings.domain.export.Columns;
import ratings.domain.export.ExtraColumn;
import ratings.domain.export.Order;
import ratings.domain.rating.list.ARating;
import ratings.domain.rating.list.ListedRating;

class CsvLinesTest {
  private static final String NEW_YORK = "-05:00";

  @ParameterizedTest(name = "R69, R77: exported at {1} from {0}, the head says {2}")
  @CsvSource({
    "America/New_York, 2026-01-15T12:00:00Z, GMT-05:00",
    "America/New_York, 2026-07-15T12:00:00Z, GMT-04:00",
    "UTC, 2026-01-15T12:00:00Z, GMT+00:00",
    "Asia/Kathmandu, 2026-01-15T12:00:00Z, GMT+05:45",
    "Pacific/Marquesas, 2026-01-15T12:00:00Z, GMT-09:30"
  })
  void theHeadIsTheNineColumns(String zone, Instant now, String offset) {
    var reading = Order.read(Map.of("timeZone", zone), "ada", now);
    var order = ((Reading.Valid<Order>) reading).value();

    assertThat(new CsvLines(new Columns(order.offset(), List.of())).head())
        .isEqualTo(
            "\ufeffID,Rating,Feedback,User ID,User,Channel,Widget ID,Date ["
                + offset
                + "],Chat History Link\r\n");
  }

  @Test
  void r70ToR78ARowHasItsNineCells() {
    var row =
        ARating.of("c1")
            .message("m1")
            .score(2)
            .feedback("slow")
            .user("auth0|1", "Ada")
            .line("shop")
            .recorded(Instant.parse("2026-01-15T12:00:00.999Z"))
            .row();

    assertThat(line(row, NEW_YORK))
        .isEqualTo(
            "m1,2,slow,auth0|1,Ada,website,shop,2026-01-15 07:00:00,"
                + row.chatHistoryUrl().orElseThrow());
  }

  @Test
  void d11TheIdIsTheRatingsOwnWhereThereIsNoMessage() {
    assertThat(line(ARating.of("c1").row(), NEW_YORK)).startsWith("c1,4,,,,website,support,");
  }

  @Test
  void r76AMessengersRowHasNoWidget() {
    assertThat(line(ARating.of("c1").channel("telegram").row(), NEW_YORK))
        .startsWith("c1,4,,,,telegram,,");
  }

  @Test
  void d10EveryRowHasTheOffsetOfTheHeadWhateverTheSeason() {
    var summer = ARating.of("c1").recorded(Instant.parse("2026-07-15T12:00:00Z")).row();

    assertThat(line(summer, NEW_YORK)).contains("2026-07-15 07:00:00");
  }

  @ParameterizedTest(name = "R72: {0} becomes {1}")
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "a\"b, `\"a\"\"b\"`",
        "`a,b`, `\"a,b\"`",
        "`=1+1`, `'=1+1`",
        "+49, '+49",
        "-1, '-1",
        "@SUM(A1), '@SUM(A1)",
        "\uff1d1, '\uff1d1",
        "\uff0b1, '\uff0b1",
        "\uff0d1, '\uff0d1",
        "\uff20x, '\uff20x",
        "'quoted, ''quoted",
        "it's, it's",
        "a=b, a=b",
        "`=a,\"b\"`, `\"'=a,\"\"b\"\"\"`",
      })
  void feedbackIsNeutralisedAndQuoted(String feedback, String cell) {
    assertThat(cell(feedback)).isEqualTo(cell);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\t=1", "\r=1", "\n=1"})
  void r72WhatASpreadsheetDropsFirstIsNeutralisedToo(String feedback) {
    assertThat(cell(feedback).replace("\"", "")).isEqualTo("'" + feedback);
  }

  @Test
  void columnsThatAreAskedForComeBehindTheNine() {
    var format =
        new CsvLines(
            new Columns(ZoneOffset.UTC, List.of(ExtraColumn.LINE_ID, ExtraColumn.TEAMMATE_NAME)));
    var text = new StringBuilder();
    format.append(ARating.of("c1").teammate("t1", "=Bo", "north").row(), text);

    assertThat(format.head()).endsWith("],Chat History Link,lineId,teammateName\r\n");
    assertThat(text.toString()).endsWith(",support,'=Bo\r\n");
  }

  /** The third cell of a row with this feedback. */
  private static String cell(String feedback) {
    var line = line(ARating.of("c1").feedback(feedback).row(), NEW_YORK);
    return line.substring("c1,4,".length(), line.indexOf(",,,website,"));
  }

  private static String line(ListedRating row, String offset) {
    var text = new StringBuilder();
    new CsvLines(new Columns(ZoneOffset.of(offset), List.of())).append(row, text);
    assertThat(text.toString()).endsWith("\r\n");
    return text.substring(0, text.length() - 2);
  }
}
