package ratings.functions.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import ratings.domain.export.RowFormat;
import ratings.domain.rating.list.ListedRating;
import ratings.http.RatingView;

/** Rows as the list shows them, one a line: every field, and every text as it is. */
final class JsonLines implements RowFormat {
  private static final JsonMapper JSON = new JsonMapper();

  @Override
  public String head() {
    return "";
  }

  @Override
  public void append(ListedRating row, StringBuilder text) {
    try {
      text.append(JSON.writeValueAsString(RatingView.of(row))).append('\n');
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
