package ratings.domain.export;

import ratings.domain.rating.list.Position;

/**
 * Where the next run goes on: at the boundary behind a part.
 *
 * @param parts that are uploaded, numbered from 1
 * @param from behind the last row of the last of them
 */
public record Checkpoint(int parts, Position from, Progress progress) {}
