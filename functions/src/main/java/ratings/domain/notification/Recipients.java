package ratings.domain.notification;

import java.util.List;
import ratings.domain.Unavailable;

/** Keeps who hears of low ratings. Each method throws {@link Unavailable} if it cannot. */
public interface Recipients {

  /** All of a workspace. */
  List<Recipient> of(String workspace);

  /**
   * Adds one; who is there already stays as he is.
   *
   * @return whether he was not there
   */
  boolean add(Recipient recipient);

  /**
   * Removes one.
   *
   * @return whether he was there
   */
  boolean remove(String workspace, String id);
}
