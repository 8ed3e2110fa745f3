package ratings.sample;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A workspace as its file tells of it.
 *
 * @param conversationsADay on a usual working day
 * @param settings as an admin would send them
 * @param teammates who answer customers, team by team
 * @param customers who may talk, by the language they speak; the first ones talk most
 * @param waiting conversations that ended last night, and nobody has answered yet
 */
record SampleWorkspace(
    String id,
    int conversationsADay,
    Map<String, Object> settings,
    List<SampleLine> lines,
    List<SampleTeammate> teammates,
    List<Speakers> customers,
    List<Waiting> waiting) {
  SampleWorkspace {
    waiting = Optional.ofNullable(waiting).map(List::copyOf).orElse(List.of());
  }

  /** People of one language. */
  record Speakers(String language, List<String> names) {}

  /** A conversation, and what its platform tells of the end of it, but for the time. */
  record Waiting(String conversationId, Map<String, Object> close) {}

  /** Somebody who talks, under an id of one of the kinds that platforms have. */
  record Person(String id, String name, String language) {}

  static SampleWorkspace named(String name) {
    return Resource.read(name + ".json", new TypeReference<>() {});
  }

  ZoneId timeZone() {
    return ZoneId.of(settings.get("timeZone").toString());
  }

  /** Who answers on a line. */
  List<SampleTeammate> teammates(SampleLine line) {
    return teammates.stream().filter(teammate -> teammate.lines().contains(line.id())).toList();
  }

  List<Person> people() {
    return customers.stream()
        .flatMap(
            speakers -> speakers.names().stream().map(name -> person(name, speakers.language())))
        .toList();
  }

  private static Person person(String name, String language) {
    int number = Math.floorMod(name.hashCode(), 100_000);
    return new Person(number % 3 == 0 ? "auth0|" + number : "u-" + number, name, language);
  }
}
