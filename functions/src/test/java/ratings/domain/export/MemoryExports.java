package ratings.domain.export;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Exports in memory. */
public final class MemoryExports implements Exports, OverdueExports {
  private final Map<String, Export> byId = new HashMap<>();
  private final boolean fenced;
  private final boolean forgetful;
  private final Map<String, Instant> moved = new HashMap<>();

  private MemoryExports(boolean fenced, boolean forgetful) {
    this.fenced = fenced;
    this.forgetful = forgetful;
  }

  public static MemoryExports empty() {
    return new MemoryExports(true, true);
  }

  /** The broken twin: it takes any version, whatever was there. */
  static MemoryExports unfenced() {
    return new MemoryExports(false, true);
  }

  /** The broken twin: a checkpoint stays, though the file behind it is about to be whole. */
  static MemoryExports unforgetful() {
    return new MemoryExports(true, false);
  }

  @Override
  public synchronized void add(Export export) {
    byId.put(export.id(), export);
  }

  @Override
  public synchronized Optional<Export> find(String workspace, String id) {
    return Optional.ofNullable(byId.get(id)).filter(it -> it.workspace().equals(workspace));
  }

  @Override
  public synchronized List<Export> newest(String workspace, int most) {
    return byId.values().stream()
        .filter(it -> it.workspace().equals(workspace))
        .sorted(Comparator.comparing(Export::id).reversed())
        .limit(most)
        .toList();
  }

  @Override
  public synchronized List<Export> take(Instant now, UnaryOperator<Instant> again, int most) {
    var overdue =
        byId.values().stream()
            .filter(it -> due(it).isPresent() && !due(it).get().isAfter(now))
            .sorted(Comparator.comparing(it -> due(it).orElseThrow()))
            .limit(most)
            .toList();
    overdue.forEach(it -> moved.put(it.id(), again.apply(it.createdAt())));
    return overdue;
  }

  private Optional<Instant> due(Export export) {
    return export.dueAt().map(at -> moved.getOrDefault(export.id(), at));
  }

  @Override
  public synchronized boolean replace(Export next) {
    if (fenced && byId.get(next.id()).version() != next.version() - 1) {
      return false;
    }
    byId.put(next.id(), forgetful ? next : remembering(byId.get(next.id()), next));
    moved.remove(next.id());
    return true;
  }

  private static Export remembering(Export before, Export next) {
    boolean goesOn = next.state() == State.RUNNING && next.attempt() == before.attempt();
    return goesOn && next.upload().equals(before.upload()) && next.checkpoint().isEmpty()
        ? before.at(next.progress(), before.checkpoint())
        : next;
  }
}
