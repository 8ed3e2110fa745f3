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
  private final boolean apart;
  private int begun;
  private int put;

  public MemoryFiles() {
    this(bytes -> Integer.toHexString(Arrays.hashCode(bytes)), true);
  }

  private MemoryFiles(Function<byte[], String> tags, boolean apart) {
    this.tags = tags;
    this.apart = apart;
  }

  /** The broken twin: whatever is in a part, it looks the same. */
  static MemoryFiles blind() {
    return new MemoryFiles(bytes -> "tag", true);
  }

  /** The broken twin: what one attempt puts aside takes the place of what another did. */
  static MemoryFiles withOnePlaceAside() {
    return new MemoryFiles(new MemoryFiles().tags, false);
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
  public synchronized Rest putAside(Upload upload, int attempt, PartBuffer rest) {
    var key = upload.key() + "." + (apart ? attempt : 0) + ".tail";
    aside.put(key, rest.toByteArray());
    return new Rest(key, tag(rest.toByteArray()));
  }

  @Override
  public synchronized boolean takeUp(Rest rest, PartBuffer part) {
    var found = Optional.ofNullable(aside.get(rest.key())).filter(it -> tag(it).equals(rest.tag()));
    found.ifPresent(part::writeBytes);
    return found.isPresent();
  }

  @Override
  public synchronized void forget(Rest rest) {
    aside.remove(rest.key());
  }

  @Override
  public synchronized void forgetRests(Upload upload) {
    aside.keySet().removeIf(key -> key.startsWith(upload.key() + "."));
  }

  @Override
  public synchronized Optional<SortedMap<Integer, String>> parts(Upload upload) {
    return Optional.ofNullable(uploads.get(upload.id()))
        .map(
            parts -> {
              var found = new TreeMap<Integer, String>();
              parts.forEach((number, bytes) -> found.put(number, tag(bytes)));
              return found;
            });
  }

  @Override
  public synchronized boolean isComplete(Upload upload) {
    return files.containsKey(upload.key());
  }

  @Override
  public synchronized void complete(Upload upload, List<String> expected, Duration patience) {
    var parts = open(upload);
    var file = new ByteArrayOutputStream();
    for (int i = 0; i < expected.size(); i++) {
      var bytes = parts.get(i + 1);
      if (!tag(bytes).equals(expected.get(i))) {
        throw new Superseded("part " + (i + 1) + " is another one", new IllegalStateException());
      }
      file.writeBytes(bytes);
    }
    uploads.remove(upload.id());
    files.put(upload.key(), file.toByteArray());
  }

  @Override
  public synchronized void discard(Upload upload) {
    uploads.remove(upload.id());
    forgetRests(upload);
    files.remove(upload.key());
  }

  @Override
  public Link link(String key, Duration life) {
    return new Link(URI.create("https://files.example/" + key), Orders.NOW.plus(life));
  }

  /** As the store itself ends an upload that it has kept for long. */
  synchronized void expire(Upload upload) {
    uploads.remove(upload.id());
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
        .orElseThrow(() -> new Superseded("no such upload", new IllegalStateException()));
  }

  private String tag(byte[] bytes) {
    return tags.apply(bytes);
  }
}
