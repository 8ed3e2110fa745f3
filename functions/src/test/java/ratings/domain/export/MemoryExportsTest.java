package ratings.domain.export;

class MemoryExportsTest extends ExportsContract {
  private final MemoryExports exports = MemoryExports.empty();

  @Override
  protected Exports store() {
    return exports;
  }

  @Override
  protected OverdueExports overdue() {
    return exports;
  }
}
