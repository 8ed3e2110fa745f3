package ratings.domain.export;

import java.util.Optional;
import ratings.domain.rating.list.Position;

/**
 * Where the next run goes on: behind a page.
 *
 * @param parts that are uploaded, numbered from 1
 * @param rest what the store calls the part that was not full yet and is put aside
 * @param from behind the last row of all that
 */
public record Checkpoint(int parts, Optional<String> rest, Position from, Progress progress) {}
