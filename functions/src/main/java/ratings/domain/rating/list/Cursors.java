package ratings.domain.rating.list;

import java.util.Optional;
import ratings.domain.signing.Seal;
import ratings.domain.signing.Signatures;

/** Cursors: a position, sealed for its tenant, filter and sort, so that it fits no other query. */
public final class Cursors {
  private final Seal seal;

  public Cursors(Signatures signatures) {
    this.seal = new Seal(signatures);
  }

  /** The cursor by which a client goes on with a query. */
  public String write(PageQuery query, Position next) {
    return seal.close(next.text(), context(query));
  }

  /** The position in a cursor, or nothing where it was not made for this query. */
  public Optional<Position> read(PageQuery query, String cursor) {
    return seal.open(cursor, context(query)).map(Position::new);
  }

  private static String context(PageQuery query) {
    return String.join(
        "\u0000", query.workspace(), query.sort().code(), query.filter().canonical());
  }
}
