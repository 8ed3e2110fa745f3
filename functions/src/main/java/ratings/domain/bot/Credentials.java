package ratings.domain.bot;

import java.util.List;
import java.util.Optional;
import ratings.domain.Unavailable;

/**
 * What tokens of bots' clients are verified with.
 *
 * <p>All of it throws {@link Unavailable} if the store would not have it.
 */
public interface Credentials {

  /**
   * A client with what its tokens may be signed with.
   *
   * @param secrets newest first
   */
  record Credential(BotClient client, List<ClientSecret> secrets) {
    public Credential {
      secrets = List.copyOf(secrets);
    }
  }

  /** The client that has that id, whosever it is. */
  Optional<Credential> of(String clientId);

  /** Whether a workspace has any client of that bot. */
  boolean hasBot(String workspace, String botId);
}
