package ratings.domain.export;

/**
 * A file being put together out of parts.
 *
 * @param key where the file will be; nothing is there before the upload is complete
 * @param id of the upload, given by the store
 */
public record Upload(String key, String id) {}
