package ratings.domain.conversation;

import java.time.Instant;
import java.util.Optional;
import ratings.domain.signing.Seal;
import ratings.domain.signing.Signatures;

/**
 * Tokens of requests to rate: each names one conversation of one workspace until it dies, and can
 * be neither forged, nor extended, nor moved to another (P22).
 */
public final class RequestTokens {
  private static final String PURPOSE = "request";
  private static final String BETWEEN = "\u0000";

  private final Seal seal;

  public RequestTokens(Signatures signatures) {
    this.seal = new Seal(signatures);
  }

  /** The token of a conversation's request, which opens strictly before it expires. */
  public String write(ConversationId conversation, Instant expires) {
    var text =
        String.join(
            BETWEEN,
            Long.toString(expires.toEpochMilli()),
            conversation.workspace(),
            conversation.id());
    return seal.close(text, PURPOSE);
  }

  /** The conversation that a token names, or nothing for a forged, cut or dead one. */
  public Optional<ConversationId> read(String token, Instant now) {
    return seal.open(token, PURPOSE)
        .map(text -> text.split(BETWEEN, 3))
        .filter(parts -> now.toEpochMilli() < Long.parseLong(parts[0]))
        .map(parts -> new ConversationId(parts[1], parts[2]));
  }
}
