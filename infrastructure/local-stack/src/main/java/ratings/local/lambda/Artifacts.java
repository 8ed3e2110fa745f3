package ratings.local.lambda;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipFile;
import ratings.local.template.FunctionResource;

/** Functions' artifacts as their {@code CodeUri} names them; an archive is unpacked once. */
public final class Artifacts implements CodeSource {
  private final Path base;
  private final Map<Path, Path> unpacked = new HashMap<>();

  /**
   * Finds artifacts.
   *
   * @param base where relative paths begin: the template's directory
   */
  public Artifacts(Path base) {
    this.base = base;
  }

  @Override
  public Code of(FunctionResource function) {
    Path directory = directory(function);
    return new Code(
        directory, List.of(directory.toString(), directory.resolve("lib/*").toString()));
  }

  private Path directory(FunctionResource function) {
    Path code = base.resolve(function.codeUri()).toAbsolutePath().normalize();
    if (Files.isDirectory(code)) {
      return code;
    }
    if (!Files.isRegularFile(code)) {
      throw new IllegalArgumentException(
          function.id() + ": there is no " + function.codeUri() + "; build it first");
    }
    return unpacked.computeIfAbsent(code, Artifacts::unpack);
  }

  private static Path unpack(Path archive) {
    try {
      Path directory = archive.resolveSibling("unpacked-" + checksum(archive));
      if (!Files.isDirectory(directory)) {
        var fresh = Files.createTempDirectory(archive.getParent(), "unpacking-");
        extract(archive, fresh);
        moveIntoPlace(fresh, directory);
      }
      return directory;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void extract(Path archive, Path directory) throws IOException {
    try (var zip = new ZipFile(archive.toFile())) {
      for (var entry : Collections.list(zip.entries())) {
        Path target = directory.resolve(entry.getName()).normalize();
        if (!target.startsWith(directory)) {
          throw new IOException(archive + " holds a path that leads out of it");
        }
        if (entry.isDirectory()) {
          Files.createDirectories(target);
          continue;
        }
        Files.createDirectories(target.getParent());
        try (InputStream content = zip.getInputStream(entry)) {
          Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  /** Two stacks may unpack the same archive at once: the second finds it done. */
  private static void moveIntoPlace(Path fresh, Path directory) throws IOException {
    try {
      Files.move(fresh, directory, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      if (!Files.isDirectory(directory)) {
        throw e;
      }
    }
  }

  private static String checksum(Path archive) throws IOException {
    var checksum = new CRC32();
    try (var input = new CheckedInputStream(Files.newInputStream(archive), checksum)) {
      input.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().toHexDigits(checksum.getValue(), 8);
  }
}
