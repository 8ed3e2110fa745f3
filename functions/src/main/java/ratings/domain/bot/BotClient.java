package ratings.domain.bot;

import java.util.List;
import java.util.Optional;
import ratings.domain.document.Fields;
import ratings.domain.document.Reading;
import ratings.domain.document.Shape;

/**
 * Somebody who may send the survey scores of one bot.
 *
 * @param id that tokens name it by; no other client of any workspace has it
 * @param orgId organisation that the bot belongs to (R138)
 * @param accountId account that the bot belongs to (R139)
 * @param userId who owns the bot, and not who rates (R140)
 * @param scopes what it may do, as its platform calls it (R115)
 * @param audience that its tokens must be for, if any
 * @param algorithm that its tokens must be signed with; any of them where none is named
 */
public record BotClient(
    String workspace,
    String botId,
    String id,
    String orgId,
    String accountId,
    String userId,
    List<String> scopes,
    Optional<String> audience,
    Optional<Algorithm> algorithm) {
  /** Scopes one of which it takes to send scores: of a bot's builder, and of a console's admin. */
  public static final List<String> FEEDBACK_SCOPES =
      List.of("Metrics", "Bot Analytics > Feedback Analytics");

  private static final int LONGEST_SCOPE = 128;
  private static final int MOST_SCOPES = 50;
  private static final int LONGEST_AUDIENCE = 512;
  private static final Shape<List<String>> SCOPES =
      Shape.list(Shape.text(LONGEST_SCOPE), MOST_SCOPES);

  public BotClient {
    scopes = List.copyOf(scopes);
  }

  /** Reads what somebody registers. */
  public static Reading<BotClient> read(
      String workspace, String botId, String id, Object document) {
    var violations = Fields.collecting();
    var fields = Fields.of(document, violations);
    var orgId = fields.required("orgId", fields.id("orgId"), "");
    var accountId = fields.required("accountId", fields.id("accountId"), "");
    var userId = fields.required("userId", fields.id("userId"), "");
    var scopes = fields.required("scopes", SCOPES.read(fields, "scopes"), List.<String>of());
    var audience = fields.text("audience", LONGEST_AUDIENCE);
    var algorithm = Algorithm.SHAPE.read(fields, "algorithm");
    fields.refuseOthers();
    return Reading.of(
        violations,
        () ->
            new BotClient(
                workspace, botId, id, orgId, accountId, userId, scopes, audience, algorithm));
  }

  /** Whether its tokens may be signed with that. */
  public boolean signsWith(Algorithm used) {
    return algorithm.isEmpty() || algorithm.get() == used;
  }

  /** Whether it may send scores. */
  public boolean sendsFeedback() {
    return scopes.stream().anyMatch(FEEDBACK_SCOPES::contains);
  }
}
