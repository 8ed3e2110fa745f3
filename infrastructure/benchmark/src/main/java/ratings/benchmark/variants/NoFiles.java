package ratings.benchmark.variants;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import ratings.domain.export.ExportFiles;
import ratings.domain.export.Format;
import ratings.domain.export.PartBuffer;
import ratings.domain.export.Upload;

/**
 * Takes parts and keeps none.
 *
 * @param taken told the number of each
 */
record NoFiles(IntConsumer taken) implements ExportFiles {

  @Override
  public Upload begin(String key, Format format) {
    return new Upload(key, "u");
  }

  @Override
  public String put(Upload upload, int number, PartBuffer part) {
    taken.accept(number);
    return "tag";
  }

  @Override
  public String putAside(Upload upload, PartBuffer rest) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean takeUp(Upload upload, String tag, PartBuffer part) {
    throw new UnsupportedOperationException();
  }

  @Override
  public SortedMap<Integer, String> parts(Upload upload) {
    return new TreeMap<>();
  }

  @Override
  public void complete(Upload upload, List<String> tags) {}

  @Override
  public void discard(Upload upload) {}
}
