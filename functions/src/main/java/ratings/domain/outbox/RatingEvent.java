package ratings.domain.outbox;

import java.util.List;
import ratings.domain.document.Fingerprint;
import ratings.domain.rating.list.ListedRating;

/**
 * That a rating was stored or changed.
 *
 * @param version of its conversation, which grows with each write
 * @param rating as that write left it
 */
public record RatingEvent(String workspace, long version, ListedRating rating) {

  /** The same for the same change, however often it is told, and for no other. */
  public String id() {
    return Fingerprint.of(List.of("rating", workspace, rating.id(), version));
  }
}
