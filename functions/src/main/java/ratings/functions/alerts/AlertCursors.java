package ratings.functions.alerts;

import java.util.Optional;
import ratings.domain.notification.AlertQuery;
import ratings.domain.signing.Seal;

/** Cursors of the log: an entry, sealed for its tenant and filter, so that it fits no other. */
record AlertCursors(Seal seal) {

  String write(AlertQuery query, String entry) {
    return seal.close(entry, context(query));
  }

  /** The entry in a cursor, or nothing where it was not made for this query. */
  Optional<String> read(AlertQuery query, String cursor) {
    return seal.open(cursor, context(query));
  }

  /** With an empty word, which the context of no other list has. */
  private static String context(AlertQuery query) {
    return String.join("\u0000", "alerts", "", query.workspace(), query.filter().canonical());
  }
}
