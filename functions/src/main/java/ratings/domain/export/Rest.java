package ratings.domain.export;

/**
 * What is put aside because it is no full part yet. Each attempt has one of its own, so that none
 * takes the place of what another goes on with.
 *
 * @param key where it is
 * @param tag what the store calls its bytes
 */
public record Rest(String key, String tag) {}
