package ratings.domain.export;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/** Makes links to the files of exports. */
public interface ExportLinks {

  /** A link by which anybody can fetch the file from now on until it expires. */
  Link link(String key, Duration life);

  /** A link to a file. */
  record Link(URI uri, Instant expiresAt) {}
}
