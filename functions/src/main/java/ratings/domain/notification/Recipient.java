package ratings.domain.notification;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ratings.domain.document.Fields;
import ratings.domain.document.Fingerprint;
import ratings.domain.document.Reading;
import ratings.domain.document.Shape;
import ratings.domain.settings.RecipientRole;

/**
 * Somebody who hears of low ratings by e-mail, in one role (R91).
 *
 * @param who the person who has that role, or the team of a group; nothing is whoever it is
 */
public record Recipient(
    String workspace, RecipientRole kind, Optional<String> who, Mailbox mailbox) {
  /** How recipients are reached. */
  public static final String PROTOCOL = "email";

  private static final Shape<Mailbox> MAILBOX =
      Shape.parsed(Mailbox.LONGEST, Mailbox::of, Mailbox::address, "must be an e-mail address");
  private static final Shape<String> PROTOCOLS = Shape.oneOf(List.of(PROTOCOL), code -> code);

  /** Reads who is to hear of them. */
  public static Reading<Recipient> read(String workspace, Object document) {
    var violations = Fields.collecting();
    var fields = Fields.of(document, violations);
    var kind = RecipientRole.SHAPE.read(fields, "kind");
    fields.require("kind", kind);
    fields.require("protocol", PROTOCOLS.read(fields, "protocol"));
    var mailbox = MAILBOX.read(fields, "endpoint");
    fields.require("endpoint", mailbox);
    var name = kind.map(Recipient::nameOfWho);
    var who = name.flatMap(fields::id);
    fields.refuseOthers();
    return Reading.of(
        violations, () -> new Recipient(workspace, kind.orElseThrow(), who, mailbox.orElseThrow()));
  }

  /** The same for the same mailbox in the same role, so that nobody is told twice. */
  public String id() {
    return Fingerprint.of(
        List.of("recipient", workspace, kind.code(), who.orElse(""), mailbox.address()));
  }

  /** As admins see it. */
  public Map<String, Object> document() {
    var document = new LinkedHashMap<String, Object>();
    document.put("id", id());
    document.put("kind", kind.code());
    who.ifPresent(it -> document.put(nameOfWho(kind), it));
    document.put("protocol", PROTOCOL);
    document.put("endpoint", mailbox.address());
    return document;
  }

  /** How a document calls who is meant. */
  public static String nameOfWho(RecipientRole kind) {
    return kind == RecipientRole.GROUP ? "group" : "person";
  }
}
