package ratings.local.storage;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The attributes that find an item in a table or an index. */
public record Key(String partition, Optional<String> sort) {

  public static Key of(String partition) {
    return new Key(partition, Optional.empty());
  }

  public static Key of(String partition, String sort) {
    return new Key(partition, Optional.of(sort));
  }

  List<String> attributes() {
    return Stream.concat(Stream.of(partition), sort.stream()).toList();
  }
}
