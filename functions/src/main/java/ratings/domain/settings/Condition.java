package ratings.domain.settings;

import java.util.Optional;
import java.util.Set;

/** What must be stored for a change to be made, so that nobody overwrites what he has not seen. */
public sealed interface Condition {

  /** Whether the change may be made over what is stored, if anything is. */
  boolean holds(Optional<Settings> stored);

  /** Whatever is stored, or nothing. */
  record Always() implements Condition {
    @Override
    public boolean holds(Optional<Settings> stored) {
      return true;
    }
  }

  /** Something is stored. */
  record Exists() implements Condition {
    @Override
    public boolean holds(Optional<Settings> stored) {
      return stored.isPresent();
    }
  }

  /** Nothing is stored. */
  record Absent() implements Condition {
    @Override
    public boolean holds(Optional<Settings> stored) {
      return stored.isEmpty();
    }
  }

  /** One of these versions is stored. */
  record IsVersion(Set<String> versions) implements Condition {
    public IsVersion {
      versions = Set.copyOf(versions);
    }

    @Override
    public boolean holds(Optional<Settings> stored) {
      return stored.map(Settings::version).filter(versions::contains).isPresent();
    }
  }
}
