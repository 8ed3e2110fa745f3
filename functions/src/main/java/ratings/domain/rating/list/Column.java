package ratings.domain.rating.list;

import static ratings.domain.rating.list.Kind.FLAG;
import static ratings.domain.rating.list.Kind.ID;
import static ratings.domain.rating.list.Kind.LABEL;
import static ratings.domain.rating.list.Kind.SCORE;
import static ratings.domain.rating.list.Kind.TEXT;
import static ratings.domain.rating.list.Kind.TIME;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import ratings.domain.rating.Source;
import ratings.domain.score.Scale;

/**
 * What rows can be filtered by (R59).
 *
 * @param name as on the wire
 * @param values what a row has in it, in its kind's canonical text
 */
record Column(String name, Kind kind, Function<ListedRating, Stream<String>> values) {
  static final Column USER = of("userId", ID, ListedRating::userId);
  static final Column TEAMMATE = of("teammateId", ID, ListedRating::teammateId);
  static final Column CONVERSATION =
      new Column("conversationId", ID, row -> Stream.of(row.conversationId()));
  static final Column RECORDED =
      new Column("recordedAt", TIME, row -> Stream.of(Kind.time(row.recordedAt())));

  private static final List<Column> ALL =
      List.of(
          USER,
          of("userName", TEXT, ListedRating::userName),
          new Column("channel", ID, row -> Stream.of(row.channel())),
          of("widgetId", ID, ListedRating::widgetId),
          new Column("lineId", ID, row -> Stream.of(row.lineId())),
          of("botId", ID, ListedRating::botId),
          TEAMMATE,
          of("teammateName", TEXT, ListedRating::teammateName),
          of("team", LABEL, ListedRating::team),
          new Column("rating", SCORE, row -> Stream.of(Kind.score(row.answer().score()))),
          new Column("scale", Kind.oneOf(scales()), row -> Stream.of(row.scale().code())),
          of("survey", LABEL, ListedRating::survey),
          of("feedback", TEXT, row -> row.answer().feedback()),
          of("resolved", FLAG, row -> row.answer().resolved().map(String::valueOf)),
          new Column("reason", LABEL, row -> row.answer().reasons().stream()),
          new Column("source", Kind.oneOf(sources()), row -> Stream.of(row.source().code())),
          RECORDED,
          of("askedAt", TIME, row -> row.askedAt().map(Kind::time)),
          CONVERSATION,
          of("messageId", ID, ListedRating::messageId),
          new Column("locked", FLAG, row -> Stream.of(String.valueOf(row.locked()))),
          of("followUp", Kind.oneOf(states()), row -> row.followUp().map(f -> f.state().code())),
          of("language", ID, ListedRating::language));

  /** Every column, in the order of api.md. */
  static List<Column> all() {
    return ALL;
  }

  static Optional<Column> named(String name) {
    return ALL.stream().filter(column -> column.name.equals(name)).findFirst();
  }

  private static Column of(String name, Kind kind, Function<ListedRating, Optional<String>> value) {
    return new Column(name, kind, row -> value.apply(row).stream());
  }

  private static List<String> scales() {
    return Arrays.stream(Scale.values()).map(Scale::code).toList();
  }

  private static List<String> sources() {
    return Arrays.stream(Source.values()).map(Source::code).toList();
  }

  private static List<String> states() {
    return Arrays.stream(FollowUp.State.values()).map(FollowUp.State::code).toList();
  }
}
