package ratings.integration;

import static java.util.stream.Collectors.groupingBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import ratings.domain.report.Combination;
import ratings.domain.score.Scale;
import ratings.sample.ManyConversations.Written;

/**
 * Reports as somebody makes them who counts every conversation by hand, and as a function answered
 * them, both in the same few words.
 */
record OneByOne(List<Written> all, ZoneId zone) {

  /** What a report is asked for: names and values of its query, but for the days. */
  record Question(LocalDate from, LocalDate to, String by, Map<String, String> filters) {
    String query() {
      var query = new TreeMap<>(filters);
      query.put("from", from.toString());
      query.put("to", to.toString());
      query.put("by", by);
      return query.entrySet().stream()
          .map(it -> it.getKey() + "=" + it.getValue())
          .collect(Collectors.joining("&"));
    }
  }

  private record Figures(
      long asked, long delivered, long answered, long yes, long no, List<String> scales) {}

  /** What is to be answered. */
  String expected(Question question) {
    long days = ChronoUnit.DAYS.between(question.from(), question.to()) + 1;
    var current = between(question.from(), question.to(), question.filters());
    var previous =
        between(question.from().minusDays(days), question.from().minusDays(1), question.filters());
    var groups =
        new TreeMap<>(
            current.stream().collect(groupingBy(it -> key(question.by(), it).orElse("none"))));
    if (question.by().equals("day")) {
      question
          .from()
          .datesUntil(question.to().plusDays(1))
          .forEach(day -> groups.putIfAbsent(day.toString(), List.of()));
    }
    var text = new StringBuilder("total " + words(current) + "\nprevious " + words(previous));
    groups.forEach((key, group) -> text.append('\n').append(key).append(' ').append(words(group)));
    return text.toString();
  }

  /** What was answered. */
  static String answered(JsonNode report) {
    var groups = new TreeMap<String, String>();
    report
        .get("groups")
        .forEach(group -> groups.put(group.get("key").asText("none"), words(group)));
    var text =
        new StringBuilder(
            "total " + words(report.get("total")) + "\nprevious " + words(report.get("previous")));
    groups.forEach((key, group) -> text.append('\n').append(key).append(' ').append(group));
    return text.toString();
  }

  private List<Written> between(LocalDate from, LocalDate to, Map<String, String> filters) {
    return all.stream()
        .filter(it -> !day(it).isBefore(from) && !day(it).isAfter(to))
        .filter(it -> filters.entrySet().stream().allMatch(f -> has(f, it.kind())))
        .toList();
  }

  private LocalDate day(Written conversation) {
    return conversation.asked().atZone(zone).toLocalDate();
  }

  private Optional<String> key(String by, Written conversation) {
    return by.equals("day")
        ? Optional.of(day(conversation).toString())
        : value(by, conversation.kind());
  }

  private static boolean has(Map.Entry<String, String> filter, Combination kind) {
    return value(filter.getKey().replace("Id", ""), kind).equals(Optional.of(filter.getValue()));
  }

  static Optional<String> value(String name, Combination kind) {
    return switch (name) {
      case "line" -> Optional.of(kind.line());
      case "channel" -> Optional.of(kind.channel());
      case "team" -> kind.team();
      case "teammate" -> kind.teammate();
      case "bot" -> kind.bot();
      case "survey" -> kind.survey();
      case "scale" -> Optional.of(kind.scale().code());
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static String words(List<Written> group) {
    var byScale = new TreeMap<>(group.stream().collect(groupingBy(it -> it.kind().scale().code())));
    long answered = group.stream().filter(it -> it.score().isPresent()).count();
    var scales =
        byScale.entrySet().stream()
            .map(it -> it.getKey() + scores(Scale.of(it.getKey()).orElseThrow(), it.getValue()))
            .toList();
    return new Figures(
            group.size(),
            group.stream().filter(Written::delivered).count(),
            answered,
            group.stream().filter(it -> it.resolved().equals(Optional.of(true))).count(),
            group.stream().filter(it -> it.resolved().equals(Optional.of(false))).count(),
            scales)
        .toString();
  }

  private static String scores(Scale scale, List<Written> group) {
    Function<IntPredicate, Long> count =
        which -> group.stream().flatMap(it -> it.score().stream()).filter(which::test).count();
    return switch (scale) {
      case STARS5, FACES5 ->
          scale.scores().stream().map(score -> count.apply(it -> it == score)).toList().toString();
      case NPS ->
          List.of(
                  count.apply(it -> it > 8),
                  count.apply(it -> it == 7 || it == 8),
                  count.apply(it -> it < 7))
              .toString();
      case THUMBS -> List.of(count.apply(it -> it == 1), count.apply(it -> it == 0)).toString();
    };
  }

  private static String words(JsonNode group) {
    var scales = new TreeMap<String, String>();
    group
        .get("scales")
        .properties()
        .forEach(it -> scales.put(it.getKey(), it.getKey() + scores(it.getKey(), it.getValue())));
    return new Figures(
            group.get("asked").longValue(),
            group.get("delivered").longValue(),
            group.get("answered").longValue(),
            group.get("resolved").get("yes").longValue(),
            group.get("resolved").get("no").longValue(),
            List.copyOf(scales.values()))
        .toString();
  }

  private static String scores(String scale, JsonNode scores) {
    return switch (scale) {
      case "nps" -> figures(scores, "promoters", "passives", "detractors");
      case "thumbs" -> figures(scores, "up", "down");
      default -> figures(scores.get("distribution"), "1", "2", "3", "4", "5");
    };
  }

  private static String figures(JsonNode node, String... names) {
    return List.of(names).stream()
        .map(name -> Objects.requireNonNull(node.get(name), name).longValue())
        .toList()
        .toString();
  }
}
