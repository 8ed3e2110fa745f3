package ratings.domain.outbox;

import java.util.Collection;
import java.util.List;
import ratings.domain.Unavailable;
import ratings.domain.outbox.Waiting.Asking;
import ratings.domain.outbox.Waiting.LowRating;

/**
 * What waits at conversations to be told. A low rating that waits too long is brought up again,
 * until somebody says that it is announced: so nothing that was stored is forgotten (P9). Each
 * method notes nothing where somebody else was quicker, and throws {@link Unavailable} if the store
 * would not have it.
 */
public interface Outbox {

  /**
   * Looks conversations up, as they are now.
   *
   * @param keys by which the store names them
   * @return all that waits there, nothing of those of which nothing does
   */
  List<Waiting> find(Collection<String> keys);

  /** Notes that a rating was announced. It is never found again. */
  void announced(LowRating low);

  /** Notes that a reminder of a request is on its way. */
  void queued(Asking asking);

  /** Notes that a request was sent. It is never found again. */
  void sent(Asking asking);

  /** Notes that a request does not have to be sent. It is never found again. */
  void spared(Asking asking);

  /**
   * Notes that a request cannot reach its customer, who so is not asked by it (R95).
   *
   * @param reason the code of why
   */
  void failed(Asking asking, String reason);

  /** Stops bringing up a conversation that cannot be told of, once it is kept elsewhere. */
  void abandon(String key);
}
