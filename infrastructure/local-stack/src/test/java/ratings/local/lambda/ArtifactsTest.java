package ratings.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ratings.local.template.FunctionResource;

class ArtifactsTest {
  @TempDir Path base;

  @Test
  void anArchiveIsUnpackedAsLambdaDoes() throws IOException {
    zip("code.zip", "a/b.txt", "hello");

    var code = new Artifacts(base).of(function("code.zip"));

    assertThat(code.directory().resolve("a/b.txt")).hasContent("hello");
    assertThat(code.classPath())
        .containsExactly(code.directory().toString(), code.directory() + "/lib/*");
  }

  @Test
  void anotherContentIsAnotherDirectory() throws IOException {
    zip("code.zip", "a.txt", "one");
    var first = new Artifacts(base).of(function("code.zip"));
    var again = new Artifacts(base).of(function("code.zip"));
    zip("code.zip", "a.txt", "two");
    var second = new Artifacts(base).of(function("code.zip"));

    assertThat(again).isEqualTo(first);
    assertThat(second.directory().resolve("a.txt")).hasContent("two");
  }

  @Test
  void anArtifactThatIsNotBuiltIsOneClearLine() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Artifacts(base).of(function("missing.zip")))
        .withMessage("OneFunction: there is no missing.zip; build it first");
  }

  private void zip(String name, String entry, String content) throws IOException {
    try (var zip = new ZipOutputStream(Files.newOutputStream(base.resolve(name)))) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(content.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static FunctionResource function(String codeUri) {
    return new FunctionResource("OneFunction", "a.One", codeUri, 3, 128, Map.of(), List.of());
  }
}
