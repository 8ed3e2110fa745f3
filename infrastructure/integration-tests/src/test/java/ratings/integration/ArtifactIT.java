package ratings.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** What is left out of the artifact, to keep it small, is nothing that a function needs. */
class ArtifactIT {
  private static final Path ARTIFACT =
      Path.of(System.getProperty("repository"), "functions", "target", "functions.zip");
  private static final String OWN = "ratings/";
  private static final Pattern REQUEST =
      Pattern.compile("(software/amazon/awssdk/services/\\w+/)model/(\\w+)Request\\$Builder");

  @Test
  void f10ItIsAtMost16Megabytes() throws IOException {
    assertThat(Files.size(ARTIFACT)).isLessThanOrEqualTo(16_000_000);
  }

  @Test
  void everyClassThatOursNameIsInIt() throws IOException {
    try (var zip = new ZipFile(ARTIFACT.toFile())) {
      assertThat(named(zip)).isNotEmpty().allSatisfy(name -> assertThat(isIn(zip, name)).isTrue());
    }
  }

  @Test
  void everyRequestThatOursMakeHasItsMarshallerAndItsAnswer() throws IOException {
    try (var zip = new ZipFile(ARTIFACT.toFile())) {
      assertThat(named(zip).stream().flatMap(ArtifactIT::needs).toList())
          .isNotEmpty()
          .allSatisfy(name -> assertThat(isIn(zip, name)).isTrue());
    }
  }

  private static Stream<String> needs(String name) {
    var request = REQUEST.matcher(name);
    if (!request.matches()) {
      return Stream.of();
    }
    var client = request.group(1);
    var operation = request.group(2);
    var marshaller = client + "transform/" + operation + "RequestMarshaller";
    return operation.endsWith("Presign")
        ? Stream.of(name)
        : Stream.of(
            name + "Impl",
            client + "model/" + operation + "Response",
            client + "model/" + operation + "Response$BuilderImpl",
            marshaller);
  }

  /** Classes that classes of ours name, but for Java's own. */
  private static Set<String> named(ZipFile zip) throws IOException {
    var named = new TreeSet<String>();
    for (var entry : zip.stream().filter(ArtifactIT::isOwnClass).toList()) {
      try (var in = zip.getInputStream(entry)) {
        named.addAll(named(in));
      }
    }
    return named;
  }

  private static Set<String> named(InputStream in) throws IOException {
    var pool = ClassFile.of().parse(in.readAllBytes()).constantPool();
    var names = new TreeSet<String>();
    StreamSupport.stream(pool.spliterator(), false)
        .filter(ClassEntry.class::isInstance)
        .map(entry -> ((ClassEntry) entry).asInternalName())
        .filter(name -> !name.startsWith("[") && !name.startsWith("java"))
        .forEach(names::add);
    return names;
  }

  private static boolean isOwnClass(ZipEntry entry) {
    return entry.getName().startsWith(OWN) && entry.getName().endsWith(".class");
  }

  private static boolean isIn(ZipFile zip, String name) {
    return zip.getEntry(name + ".class") != null;
  }
}
