package ratings.domain.notification;

import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ratings.domain.Unavailable;
import ratings.domain.webhook.Secret;
import ratings.domain.webhook.Webhook;
import ratings.domain.webhook.Webhooks;

/**
 * Recipients, together with what it takes to reach them: a mailbox whose owner agrees, or a webhook
 * with a secret. All of it throws {@link Unavailable} if it cannot be done now.
 */
public record Directory(
    Recipients recipients, Mailboxes mailboxes, Webhooks webhooks, InstantSource clock) {
  /** Most endpoints of one workspace's recipients. */
  public static final int MOST_HOOKS = 20;

  /** What came of adding a recipient. */
  public sealed interface Added {
    /**
     * He was not there.
     *
     * @param secret of an endpoint, which is shown this once
     */
    record New(Optional<Secret> secret) implements Added {}

    /** He was there already; a mailbox's owner was asked once more, an endpoint is on again. */
    record Known() implements Added {}

    /** There are as many mailboxes as there may be. */
    record TooManyMailboxes() implements Added {}

    /** There are as many endpoints as there may be. */
    record TooManyHooks() implements Added {}

    /** It is no address that mail can be sent to. */
    record Refused() implements Added {}
  }

  public Added add(Recipient recipient) {
    return recipient
        .webhook(clock.instant())
        .map(webhook -> hooked(recipient, webhook))
        .orElseGet(() -> asked(recipient));
  }

  private Added asked(Recipient recipient) {
    return switch (mailboxes.ask(((Mailbox) recipient.contact()))) {
      case ASKED -> recipients.add(recipient) ? new Added.New(Optional.empty()) : new Added.Known();
      case FULL -> new Added.TooManyMailboxes();
      case REFUSED -> new Added.Refused();
    };
  }

  /** Whoever died in between left one of both: who is added then gets a secret all the same. */
  private Added hooked(Recipient recipient, Webhook webhook) {
    if (isFull(recipient)) {
      return new Added.TooManyHooks();
    }
    var secret = Secret.make();
    boolean made = webhooks.put(webhook, secret);
    boolean added = recipients.add(recipient);
    if (!made && !added) {
      return new Added.Known();
    }
    if (!made) {
      webhooks.rotate(webhook.workspace(), webhook.id(), secret);
    }
    return new Added.New(Optional.of(secret));
  }

  private boolean isFull(Recipient recipient) {
    var hooks =
        recipients.of(recipient.workspace()).stream()
            .filter(it -> it.contact() instanceof Hook)
            .toList();
    return hooks.size() >= MOST_HOOKS && !hooks.contains(recipient);
  }

  /**
   * Removes one; what waits for his endpoint is dropped. Who is added in between stays in the list.
   *
   * @return whether he was there
   */
  public boolean remove(String workspace, String id) {
    boolean there = recipients.remove(workspace, id);
    webhooks.remove(workspace, Recipient.webhook(id));
    return there;
  }

  /** A newer secret for an endpoint, beside the newest; nothing where there is no such one. */
  public Optional<Secret> rotate(String workspace, String id) {
    var secret = Secret.make();
    return webhooks.rotate(workspace, Recipient.webhook(id), secret)
        ? Optional.of(secret)
        : Optional.empty();
  }

  /** Keys of those of a workspace's recipients who can be written to, and maybe of others. */
  public Set<String> reached(String workspace, List<Recipient> some) {
    var reached = new HashSet<String>();
    if (some.stream().anyMatch(it -> it.contact() instanceof Mailbox)) {
      reached.addAll(mailboxes.agreed());
    }
    if (some.stream().anyMatch(it -> it.contact() instanceof Hook)) {
      webhooks.of(workspace).stream().filter(Webhook::isOn).map(Webhook::id).forEach(reached::add);
    }
    return reached;
  }
}
