package ratings.http.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;

/**
 * Reads the status of an answer and no byte after the line that says it, but for answers that only
 * announce another.
 */
final class StatusLine {
  /** Most that is read of an answer. */
  private static final int MOST_BYTES = 8 * 1024;

  private static final int FIRST_FINAL = 200;
  private static final Pattern LINE = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})(?: .*)?");

  private final InputStream in;
  private int left = MOST_BYTES;

  private StatusLine(InputStream in) {
    this.in = in;
  }

  /**
   * The final status.
   *
   * @throws IOException if what comes is no answer in HTTP/1.1, or ends, or goes on and on
   */
  static int read(InputStream in) throws IOException {
    return new StatusLine(in).status();
  }

  private int status() throws IOException {
    while (true) {
      var line = LINE.matcher(line());
      if (!line.matches()) {
        throw new IOException("not an answer in HTTP");
      }
      int status = Integer.parseInt(line.group(1));
      if (status >= FIRST_FINAL) {
        return status;
      }
      skipHeaders();
    }
  }

  private void skipHeaders() throws IOException {
    while (!line().isEmpty()) {
      // what announces an answer has headers of its own
    }
  }

  private String line() throws IOException {
    var line = new StringBuilder();
    while (true) {
      int next = left-- > 0 ? in.read() : -1;
      if (next < 0) {
        throw new IOException("the answer ended, or does not end");
      }
      if (next == '\n') {
        return line.toString().strip();
      }
      line.append((char) (next & 0xff));
    }
  }
}
