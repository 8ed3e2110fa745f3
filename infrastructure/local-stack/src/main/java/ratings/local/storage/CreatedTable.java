package ratings.local.storage;

import java.util.Optional;

/** A table that is ready, under the names that functions and mappings need. */
public record CreatedTable(String name, String arn, Optional<String> streamArn) {}
