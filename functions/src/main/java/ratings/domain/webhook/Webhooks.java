package ratings.domain.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ratings.domain.Unavailable;

/**
 * The webhooks of all workspaces, and their secrets.
 *
 * <p>All of it throws {@link Unavailable} if the store would not have it.
 */
public interface Webhooks extends WebhookList {

  Optional<Webhook> find(String workspace, String id);

  /**
   * Keeps a webhook, in place of what has its id. A new one takes the secret with it, both or
   * neither; of several who register it at once one makes it, and the others replace it.
   *
   * @return whether it is new, and so the secret is its own; one that is replaced keeps its secrets
   */
  boolean put(Webhook webhook, Secret secret);

  /** Forgets a webhook and its secrets; whether there was one. */
  boolean remove(String workspace, String id);

  /** What a webhook's messages are signed with, newest first; none where there is no webhook. */
  List<Secret> secrets(String workspace, String id);

  /**
   * Gives a webhook a newer secret beside the newest; the one before that is gone.
   *
   * @return whether there is such a webhook
   */
  boolean rotate(String workspace, String id, Secret newest);

  /** Tells a webhook of nothing more, unless it has been registered again since it was read. */
  void switchOff(Webhook read, Instant now);
}
