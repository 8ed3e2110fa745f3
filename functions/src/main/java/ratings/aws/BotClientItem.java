package ratings.aws;

import static ratings.aws.Attributes.string;
import static ratings.aws.Attributes.text;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ratings.domain.bot.Algorithm;
import ratings.domain.bot.BotClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The item of a bot's client: {@code w#<ws>#BOT}, {@code <bot>#<client>}. */
final class BotClientItem {
  static final String WORKSPACE = "workspace";
  static final String BOT = "bot";

  /** A map of all else that was registered. */
  static final String CLIENT = "client";

  private static final String ID = "id";
  private static final String ORG = "orgId";
  private static final String ACCOUNT = "accountId";
  private static final String USER = "userId";
  private static final String SCOPES = "scopes";
  private static final String AUDIENCE = "audience";
  private static final String ALGORITHM = "algorithm";

  private BotClientItem() {}

  static Map<String, AttributeValue> key(String workspace, String bot, String id) {
    return Map.of(
        RatingItem.PK, partition(workspace), RatingItem.SK, text(ofBot(bot) + Keys.id(id)));
  }

  /** Where all clients of a workspace's bots are. */
  static AttributeValue partition(String workspace) {
    return text(Keys.bots(workspace));
  }

  /** What the sort keys of a bot's clients begin with; ids are encoded, so none holds the sign. */
  static String ofBot(String bot) {
    return Keys.id(bot) + "#";
  }

  static Map<String, AttributeValue> item(BotClient client) {
    var item = new HashMap<>(key(client.workspace(), client.botId(), client.id()));
    item.putAll(attributes(client));
    return item;
  }

  static Map<String, AttributeValue> attributes(BotClient client) {
    var registered = new LinkedHashMap<String, Object>();
    registered.put(ID, client.id());
    registered.put(ORG, client.orgId());
    registered.put(ACCOUNT, client.accountId());
    registered.put(USER, client.userId());
    registered.put(SCOPES, client.scopes());
    client.audience().ifPresent(audience -> registered.put(AUDIENCE, audience));
    client.algorithm().ifPresent(algorithm -> registered.put(ALGORITHM, algorithm.name()));
    return Map.of(
        WORKSPACE, text(client.workspace()),
        BOT, text(client.botId()),
        CLIENT, Documents.attribute(registered));
  }

  static BotClient of(Map<String, AttributeValue> item) {
    var registered = item.get(CLIENT).m();
    return new BotClient(
        string(item, WORKSPACE).orElseThrow(),
        string(item, BOT).orElseThrow(),
        string(registered, ID).orElseThrow(),
        string(registered, ORG).orElseThrow(),
        string(registered, ACCOUNT).orElseThrow(),
        string(registered, USER).orElseThrow(),
        scopes(registered.get(SCOPES)),
        string(registered, AUDIENCE),
        string(registered, ALGORITHM).flatMap(Algorithm::of));
  }

  private static List<String> scopes(AttributeValue scopes) {
    return scopes.l().stream().map(AttributeValue::s).toList();
  }

  /** Whether an item is of that bot, and not of another that has its client's id. */
  static boolean isOf(String workspace, String bot, Map<String, AttributeValue> item) {
    return string(item, WORKSPACE).equals(Optional.of(workspace))
        && string(item, BOT).equals(Optional.of(bot));
  }

  /** The same, in DynamoDB's words. */
  static String isOf(String workspace, String bot, Update update) {
    return "%s = %s AND %s = %s"
        .formatted(
            update.name(WORKSPACE),
            update.value(WORKSPACE, text(workspace)),
            update.name(BOT),
            update.value(BOT, text(bot)));
  }
}
