package ratings.domain.notification;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ratings.domain.document.Fields;
import ratings.domain.document.Fingerprint;
import ratings.domain.document.Reading;
import ratings.domain.document.Shape;
import ratings.domain.settings.RecipientRole;
import ratings.domain.webhook.Endpoint;
import ratings.domain.webhook.Reach;
import ratings.domain.webhook.Webhook;

/**
 * Somebody who hears of low ratings by e-mail, or an endpoint that does, in one role (R91).
 *
 * @param who the person who has that role, or the team of a group; nothing is whoever it is
 */
public record Recipient(
    String workspace, RecipientRole kind, Optional<String> who, Contact contact) {
  /** No caller's id has white space, so none of a webhook's begins so. */
  private static final String HOOK = "recipient ";

  private static final Shape<Contact> MAILBOX =
      Shape.parsed(
          Mailbox.LONGEST,
          text -> Mailbox.of(text).map(Contact.class::cast),
          Contact::endpoint,
          "must be an e-mail address");
  private static final Shape<String> PROTOCOLS =
      Shape.oneOf(List.of(Mailbox.PROTOCOL, Hook.PROTOCOL), code -> code);

  /**
   * Reads who is to hear of them.
   *
   * @param reach how far endpoints may lead
   */
  public static Reading<Recipient> read(String workspace, Object document, Reach reach) {
    var violations = Fields.collecting();
    var fields = Fields.of(document, violations);
    var kind = RecipientRole.SHAPE.read(fields, "kind");
    fields.require("kind", kind);
    var protocol = PROTOCOLS.read(fields, "protocol");
    fields.require("protocol", protocol);
    var contact = contact(protocol, reach).read(fields, "endpoint");
    fields.require("endpoint", contact);
    var name = kind.map(Recipient::nameOfWho);
    var who = name.flatMap(fields::id);
    fields.refuseOthers();
    return Reading.of(
        violations, () -> new Recipient(workspace, kind.orElseThrow(), who, contact.orElseThrow()));
  }

  private static Shape<Contact> contact(Optional<String> protocol, Reach reach) {
    return protocol.filter(Hook.PROTOCOL::equals).isPresent() ? hook(reach) : MAILBOX;
  }

  private static Shape<Contact> hook(Reach reach) {
    var endpoint = Endpoint.shape(reach);
    return Shape.of(
        (fields, name) -> endpoint.read(fields, name).map(it -> new Hook(it.url())),
        Contact::endpoint);
  }

  /** One that was kept. */
  public static Contact contact(String protocol, String endpoint) {
    return protocol.equals(Hook.PROTOCOL) ? new Hook(endpoint) : new Mailbox(endpoint);
  }

  /** The same for the same contact in the same role, so that nobody is told twice. */
  public String id() {
    return Fingerprint.of(
        List.of("recipient", workspace, kind.code(), who.orElse(""), contact.endpoint()));
  }

  /** What stands for whoever is written to where it is told whether he can be. */
  public String key() {
    return switch (contact) {
      case Mailbox mailbox -> mailbox.key();
      case Hook _ -> webhook(id());
    };
  }

  /** The id of the webhook that brings alerts to a recipient's endpoint. */
  public static String webhook(String recipient) {
    return HOOK + recipient;
  }

  /** The recipient to whose endpoint a webhook brings alerts. */
  public static Optional<String> ofWebhook(String webhook) {
    return webhook.startsWith(HOOK)
        ? Optional.of(webhook.substring(HOOK.length()))
        : Optional.empty();
  }

  /** What brings alerts to an endpoint; it wants no event of its own accord. */
  public Optional<Webhook> webhook(Instant now) {
    return switch (contact) {
      case Mailbox _ -> Optional.empty();
      case Hook hook ->
          Optional.of(
              new Webhook(
                  workspace,
                  key(),
                  hook.endpoint(),
                  List.of(),
                  List.of(),
                  List.of(),
                  now,
                  Optional.empty()));
    };
  }

  /** As admins see it. */
  public Map<String, Object> document() {
    var document = new LinkedHashMap<String, Object>();
    document.put("id", id());
    document.put("kind", kind.code());
    who.ifPresent(it -> document.put(nameOfWho(kind), it));
    document.put("protocol", contact.protocol());
    document.put("endpoint", contact.endpoint());
    return document;
  }

  /** How a document calls who is meant. */
  public static String nameOfWho(RecipientRole kind) {
    return kind == RecipientRole.GROUP ? "group" : "person";
  }
}
