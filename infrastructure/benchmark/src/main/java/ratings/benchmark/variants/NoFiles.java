package ratings.benchmark.variants;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.IntConsumer;
import ratings.domain.export.ExportFiles;
import ratings.domain.export.Format;
import ratings.domain.export.PartBuffer;
import ratings.domain.export.Rest;
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
  public Rest putAside(Upload upload, int attempt, PartBuffer rest) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean takeUp(Rest rest, PartBuffer part) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void forget(Rest rest) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void forgetRests(Upload upload) {}

  @Override
  public Optional<SortedMap<Integer, String>> parts(Upload upload) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void complete(Upload upload, List<String> tags, Duration patience) {}

  @Override
  public boolean isComplete(Upload upload) {
    return false;
  }

  @Override
  public void discard(Upload upload) {}
}
