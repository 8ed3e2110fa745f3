package ratings.domain.rating.list;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import ratings.domain.signing.Signatures;

/**
 * Cursors: a position, signed together with tenant, filter and sort, in base64url without padding.
 * None fits another query, and none can be made up.
 */
public final class Cursors {
  private static final int SIGNATURE = 16;
  private static final int LONGEST = 1024;

  private final Signatures signatures;

  public Cursors(Signatures signatures) {
    this.signatures = signatures;
  }

  /** The cursor by which a client goes on with a query. */
  public String write(PageQuery query, Position next) {
    var position = next.text().getBytes(StandardCharsets.UTF_8);
    var bytes = ByteBuffer.allocate(SIGNATURE + position.length);
    bytes.put(signatures.sign(signed(query, next))).put(position);
    return encode(bytes.array());
  }

  /** The position in a cursor, or nothing where it was not made for this query. */
  public Optional<Position> read(PageQuery query, String cursor) {
    return decode(cursor)
        .filter(bytes -> bytes.length > SIGNATURE)
        .flatMap(
            bytes -> {
              var signature = new byte[SIGNATURE];
              var rest = ByteBuffer.wrap(bytes).get(signature);
              var position = new Position(StandardCharsets.UTF_8.decode(rest).toString());
              return Optional.of(position)
                  .filter(p -> signatures.verify(signed(query, p), signature));
            });
  }

  private static String signed(PageQuery query, Position position) {
    return String.join(
        "\u0000",
        query.workspace(),
        query.sort().code(),
        position.text(),
        query.filter().canonical());
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Takes only what {@link #encode} writes, for one position is to have one cursor. */
  private static Optional<byte[]> decode(String cursor) {
    if (cursor.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      var bytes = Base64.getUrlDecoder().decode(cursor);
      return encode(bytes).equals(cursor) ? Optional.of(bytes) : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }
}
