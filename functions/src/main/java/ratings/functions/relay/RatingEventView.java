package ratings.functions.relay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import ratings.domain.outbox.RatingEvent;
import ratings.http.RatingView;

/** How subscribers see a rating that was stored or changed: as the list shows it. */
record RatingEventView(String eventId, String workspace, long version, RatingView rating) {
  private static final JsonMapper JSON = new JsonMapper();

  static String json(RatingEvent event) {
    var view =
        new RatingEventView(
            event.id(), event.workspace(), event.version(), RatingView.of(event.rating()));
    try {
      return JSON.writeValueAsString(view);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
