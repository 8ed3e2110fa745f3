package ratings;

import static java.util.stream.Collectors.flatMapping;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds where sources reach over a wall; every finding is a line that names both sides. */
record Walls(List<JavaSource> sources) {

  /** Uses of a room from anywhere but these rooms. */
  List<String> trespassing(String room, String... allowed) {
    return findings(
        source ->
            Stream.of(allowed).anyMatch(source::isIn)
                ? Stream.empty()
                : source.uses().stream().filter(use -> JavaSource.within(use, room)));
  }

  /** Uses by sources of a room of anything but these rooms. */
  List<String> leaving(String room, String... allowed) {
    return findings(
        source ->
            source.isIn(room)
                ? source.uses().stream()
                    .filter(use -> Stream.of(allowed).noneMatch(to -> JavaSource.within(use, to)))
                : Stream.empty());
  }

  /** Packages that depend on themselves by way of others. */
  Set<String> circular() {
    var graph = graph();
    return graph.keySet().stream()
        .filter(name -> reachable(name, graph).contains(name))
        .collect(toCollection(TreeSet::new));
  }

  /** Packages whose job nobody wrote down. */
  Set<String> unexplained() {
    return packages(source -> !source.name().endsWith("package-info.java")).stream()
        .filter(name -> !explained().contains(name))
        .collect(toCollection(TreeSet::new));
  }

  private Set<String> explained() {
    return packages(source -> source.name().endsWith("package-info.java"));
  }

  private Set<String> packages(Predicate<JavaSource> of) {
    return sources.stream().filter(of).map(JavaSource::inPackage).collect(toSet());
  }

  private static Set<String> reachable(String start, Map<String, Set<String>> graph) {
    var reached = new HashSet<String>();
    var next = new ArrayDeque<>(List.of(start));
    while (!next.isEmpty()) {
      graph.getOrDefault(next.poll(), Set.of()).stream().filter(reached::add).forEach(next::add);
    }
    return reached;
  }

  /** What each package uses. */
  private Map<String, Set<String>> graph() {
    return sources.stream()
        .collect(
            groupingBy(
                JavaSource::inPackage,
                TreeMap::new,
                flatMapping(source -> source.uses().stream(), toCollection(HashSet::new))));
  }

  private List<String> findings(Function<JavaSource, Stream<String>> wrong) {
    return sources.stream()
        .flatMap(source -> wrong.apply(source).map(use -> source.name() + " uses " + use))
        .toList();
  }
}
