package ratings.sample;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The JSON files beside these classes. */
final class Resource {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Resource() {}

  static <T> T read(String name, TypeReference<T> type) {
    try (InputStream file = Resource.class.getResourceAsStream(name)) {
      return JSON.readValue(file, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
