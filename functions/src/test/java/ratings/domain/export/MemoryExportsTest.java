package ratings.domain.export;

class MemoryExportsTest extends ExportsContract {
  @Override
  protected Exports store() {
    return MemoryExports.empty();
  }
}
