package ratings.domain.webhook;

import java.util.List;
import ratings.domain.Unavailable;

/** Who wants to be told of what. */
public interface WebhookList {

  /**
   * All webhooks of a workspace, by id.
   *
   * @throws Unavailable if the store would not have it
   */
  List<Webhook> of(String workspace);
}
