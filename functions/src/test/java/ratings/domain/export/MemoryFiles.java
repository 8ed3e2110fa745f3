package ratings.domain.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Files in memory, as strict as S3 about uploads that are gone and parts that have changed. */
public final class MemoryFiles implements ExportFiles, ExportLinks {
  private final Map<String, SortedMap<Integer, byte[]>> uploads = new HashMap<>();
  private final Map<String, byte[]> files = new HashMap<>();
  private final Map<String, byte[]> aside = new HashMap<>();
  private final Function<byte[], String> tags;
  private int begun;
  private int put;

  public MemoryFiles() {
    this(bytes -> Integer.toHexString(Arrays.hashCode(bytes)));
  }

  private MemoryFiles(Function<byte[], String> tags) {
    this.tags = tags;
  }

  /** The broken twin: whatever is in a part, it looks the same. */
  static MemoryFiles blind() {
    return new MemoryFiles(bytes -> "tag");
  }

  @Override
  public synchronized Upload begin(String key, Format format) {
    var id = "upload-" + ++begun;
    uploads.put(id, new TreeMap<>());
    return new Upload(key, id);
  }

  @Override
  public synchronized String put(Upload upload, int number, PartBuffer part) {
    try (var in = part.open()) {
      put++;
      var bytes = in.readAllBytes();
      open(upload).put(number, bytes);
      return tag(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized String putAside(Upload upload, PartBuffer rest) {
    aside.put(upload.key(), rest.toByteArray());
    return tag(rest.toByteArray());
  }

  @Override
  public synchronized boolean takeUp(Upload upload, String tag, PartBuffer part) {
    var rest = Optional.ofNullable(aside.get(upload.key())).filter(it -> tag(it).equals(tag));
    rest.ifPresent(part::writeBytes);
    return rest.isPresent();
  }

  @Override
  public synchronized SortedMap<Integer, String> parts(Upload upload) {
    var found = new TreeMap<Integer, String>();
    uploads
        .getOrDefault(upload.id(), new TreeMap<>())
        .forEach((number, bytes) -> found.put(number, tag(bytes)));
    return found;
  }

  @Override
  public synchronized void complete(Upload upload, List<String> expected) {
    var parts = open(upload);
    var file = new ByteArrayOutputStream();
    for (int i = 0; i < expected.size(); i++) {
      var bytes = parts.get(i + 1);
      if (!tag(bytes).equals(expected.get(i))) {
        throw new IllegalStateException("part " + (i + 1) + " is another one");
      }
      file.writeBytes(bytes);
    }
    uploads.remove(upload.id());
    aside.remove(upload.key());
    files.put(upload.key(), file.toByteArray());
  }

  @Override
  public synchronized void discard(Upload upload) {
    uploads.remove(upload.id());
    aside.remove(upload.key());
    files.remove(upload.key());
  }

  @Override
  public Link link(String key, Duration life) {
    return new Link(URI.create("https://files.example/" + key), Orders.NOW.plus(life));
  }

  public synchronized Optional<byte[]> file(String key) {
    return Optional.ofNullable(files.get(key));
  }

  synchronized int put() {
    return put;
  }

  /** How many files, unfinished uploads and rests put aside there are. */
  synchronized int count() {
    return files.size() + uploads.size() + aside.size();
  }

  /** How many rests are put aside. */
  synchronized int rests() {
    return aside.size();
  }

  private SortedMap<Integer, byte[]> open(Upload upload) {
    return Optional.ofNullable(uploads.get(upload.id()))
        .orElseThrow(() -> new IllegalStateException("no such upload"));
  }

  private String tag(byte[] bytes) {
    return tags.apply(bytes);
  }
}
