package ratings.domain.export;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The bytes of one part, filled by one thread and then read by another, without a copy. */
public final class PartBuffer extends ByteArrayOutputStream {

  /** An empty one, with room for so many bytes before it has to grow. */
  public PartBuffer(int size) {
    super(size);
  }

  void append(CharSequence text) {
    writeBytes(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** The bytes from their start; may be called again. */
  public InputStream open() {
    return new ByteArrayInputStream(buf, 0, count);
  }
}
