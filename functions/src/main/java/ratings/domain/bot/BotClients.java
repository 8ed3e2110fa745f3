package ratings.domain.bot;

import java.util.Optional;
import ratings.domain.Unavailable;

/**
 * The bots' clients of all workspaces, without their secrets, which are only written here.
 *
 * <p>All of it throws {@link Unavailable} if the store would not have it.
 */
public interface BotClients {

  /** What became of a client that was to be registered. */
  enum Put {
    /** It is new, and the secret its own. */
    CREATED,

    /** It was there, and keeps its secrets. */
    REPLACED,

    /** Another bot's client, perhaps of another workspace, has the id. */
    TAKEN
  }

  /**
   * Keeps a client, in place of its bot's that has its id. Of several who register it at once one
   * creates it, and the others replace it or find it taken.
   */
  Put put(BotClient client, ClientSecret secret);

  Optional<BotClient> find(String workspace, String botId, String id);

  /** Forgets a client and its secrets; whether there was one. */
  boolean remove(String workspace, String botId, String id);

  /**
   * Gives a client a newer secret beside the newest; the one before that is gone.
   *
   * @return whether there is such a client
   */
  boolean rotate(String workspace, String botId, String id, ClientSecret newest);
}
