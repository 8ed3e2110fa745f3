package ratings.domain.rating.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ratings.domain.document.Reading;
import ratings.domain.signing.FixedSignatures;

class CursorsTest {
  private static final int SIGNATURE = 16;
  private static final Position POSITION = new Position("2026-11-21T09:30:00.000Z#c1");

  private final Cursors cursors = new Cursors(new FixedSignatures("a key"));
  private final PageQuery query = query("w1", "u1", Sort.NEWEST_FIRST);
  private final String cursor = cursors.write(query, POSITION);

  @Test
  void aCursorGoesOnWithItsQuery() {
    assertThat(cursors.read(query, cursor)).contains(POSITION);
    assertThat(cursor).matches("[A-Za-z0-9_-]+");
  }

  @Test
  void aCursorFitsNoOtherTenantFilterOrOrder_P20() {
    assertThat(cursors.read(query("w2", "u1", Sort.NEWEST_FIRST), cursor)).isEmpty();
    assertThat(cursors.read(query("w1", "u2", Sort.NEWEST_FIRST), cursor)).isEmpty();
    assertThat(cursors.read(query("w1", "u1", Sort.OLDEST_FIRST), cursor)).isEmpty();
    assertThat(new Cursors(new FixedSignatures("another key")).read(query, cursor)).isEmpty();
  }

  @Test
  void noConditionMovesFromTheFilterIntoThePosition_P20() {
    var one = Map.entry("channel", "website");
    var both = query("w1", Sort.NEWEST_FIRST, List.of(one, Map.entry("userId", "u1")));
    var bytes = Base64.getUrlDecoder().decode(cursors.write(both, POSITION));
    var moved = ByteBuffer.allocate(100).put(bytes, 0, SIGNATURE);
    moved.put("userId[eq]=u1\u0000".getBytes(StandardCharsets.UTF_8));
    moved.put(bytes, SIGNATURE, bytes.length - SIGNATURE);
    var forged = Arrays.copyOf(moved.array(), moved.position());

    var cursor = Base64.getUrlEncoder().withoutPadding().encodeToString(forged);

    assertThat(cursors.read(query("w1", Sort.NEWEST_FIRST, List.of(one)), cursor)).isEmpty();
  }

  @Test
  void noCharacterOfACursorCanBeAnother() {
    for (int i = 0; i < cursor.length(); i++) {
      for (int bit = 0; bit < 8; bit++) {
        var forged = new StringBuilder(cursor);
        forged.setCharAt(i, (char) (cursor.charAt(i) ^ 1 << bit));
        assertThat(cursors.read(query, forged.toString())).isEmpty();
      }
    }
  }

  @Test
  void whatIsNoCursorIsNone() {
    for (var text :
        List.of("", "=", "abc", cursor + "=", cursor + "A", " " + cursor, "A".repeat(9999), "ü")) {
      assertThat(cursors.read(query, text)).isEmpty();
    }
  }

  private static PageQuery query(String workspace, String user, Sort sort) {
    return query(workspace, sort, List.of(Map.entry("userId", user)));
  }

  private static PageQuery query(
      String workspace, Sort sort, List<Map.Entry<String, String>> conditions) {
    var filter = RatingFilter.read(conditions);
    return new PageQuery(
        workspace, ((Reading.Valid<RatingFilter>) filter).value(), sort, 50, Optional.empty());
  }
}
