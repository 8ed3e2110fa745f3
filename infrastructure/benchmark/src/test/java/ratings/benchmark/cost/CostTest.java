package ratings.benchmark.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ratings.domain.document.Reading.Invalid;
import ratings.domain.document.Reading.Valid;
import ratings.domain.settings.Line;
import ratings.domain.settings.Settings;
import ratings.local.Translation;
import ratings.local.account.Account;
import ratings.local.dynamodb.DynamoDbLocal;
import ratings.local.storage.Tables;
import ratings.local.template.Locations;
import ratings.local.template.TableResource;
import ratings.local.template.TemplateReader;

class CostTest {
  private static final TableResource TABLE =
      TemplateReader.read(Path.of("..", "..", "template.yaml"), Map.of(), Locations.unknown())
          .tables()
          .stream()
          .filter(table -> table.id().equals("RatingsTable"))
          .findFirst()
          .orElseThrow();

  @Test
  void f5WhatIsWrittenAndCountedOfAConversationStaysInItsUnits() {
    try (var local = DynamoDbLocal.start();
        var tables = new Tables(local.endpoint(), Account.local())) {
      tables.create(Translation.table(TABLE));
      var journey = new Journey(tables.client(), TABLE, line(), "3f2b8c9e-7d41-4c0a-9c55-0a6e1d2f");
      var close = journey.closed();
      var waiting = journey.counted();
      var sent = journey.sent();
      var delivered = journey.delivered();
      var asked = journey.counted();
      var answered = journey.answered();
      var counted = journey.counted();

      assertThat(List.of(close, sent, delivered, answered))
          .extracting(WriteUnits::table)
          .containsOnly(1);
      assertThat(answered.ofIndexes()).isLessThanOrEqualTo(4);
      assertThat(waiting).isEqualTo(new TallyUnits(0, 0));
      assertThat(List.of(asked, counted)).containsOnly(new TallyUnits(2, 2));
      assertThat(
              Bill.ofMessenger(List.of(close, sent, delivered, answered), List.of(asked, counted))
                  .total())
          .isLessThan(14.25);
    }
  }

  private static Line line() {
    var document = Map.of("name", "Support", "channel", "website", "rateWithinHours", 48);
    return switch (Settings.readLine(document, Settings.none())) {
      case Valid<Settings>(var own) -> new Line("main", "support", 1, own.over(Settings.none()));
      case Invalid<Settings>(var violations) ->
          throw new IllegalStateException(violations.toString());
    };
  }
}
