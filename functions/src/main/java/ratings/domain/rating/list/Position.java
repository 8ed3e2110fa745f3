package ratings.domain.rating.list;

/**
 * Where a reading stopped: behind one row, looked at or shown.
 *
 * @param text means something only to the store that gave it, which may rely on it being ordered
 */
public record Position(String text) {}
