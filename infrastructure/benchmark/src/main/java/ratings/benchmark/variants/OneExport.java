package ratings.benchmark.variants;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import ratings.domain.export.Export;
import ratings.domain.export.Exports;
import ratings.domain.export.Format;
import ratings.domain.export.Order;

/** The one export of everything that is measured, as it stands. */
record OneExport(AtomicReference<Export> current) implements Exports {

  static OneExport queued(String workspace) {
    var order = new Order(Map.of(), ZoneOffset.UTC, List.of(), Format.CSV, "benchmark");
    return new OneExport(
        new AtomicReference<>(Export.queued(workspace, "e1", order, Instant.now())));
  }

  @Override
  public void add(Export export) {
    current.set(export);
  }

  @Override
  public Optional<Export> find(String workspace, String id) {
    return Optional.of(current.get());
  }

  @Override
  public List<Export> newest(String workspace, int most) {
    return List.of(current.get());
  }

  @Override
  public boolean replace(Export next) {
    current.set(next);
    return true;
  }
}
