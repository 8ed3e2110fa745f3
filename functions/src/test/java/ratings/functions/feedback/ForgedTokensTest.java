package ratings.functions.feedback;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static ratings.functions.feedback.FeedbackScene.CLIENT;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ratings.domain.bot.ABotClient;
import ratings.domain.bot.Algorithm;
import ratings.domain.bot.ClientSecret;
import ratings.domain.bot.Credentials;
import ratings.domain.bot.FakeBotClients;
import ratings.http.HttpFunction;
import ratings.http.Response;

/** P21: whatever is wrong with a token, the answer is the same, and nothing is stored. */
class ForgedTokensTest {
  private static final byte[] NOTHING = new byte[1];
  private static final String HS256 = "{\"alg\":\"HS256\"}";

  private final FeedbackScene scene = FeedbackScene.make();
  private final Tokens right = scene.token();
  private final long now = scene.clock().instant().getEpochSecond();

  @Test
  void aRightTokenIsTakenInEachAlgorithmAndWithinTheSkewOfClocks() {
    assertThat(status(right.make())).isEqualTo(200);
    assertThat(status(right.algorithm("HS384", "HmacSHA384").make())).isEqualTo(200);
    assertThat(status(right.algorithm("HS512", "HmacSHA512").make())).isEqualTo(200);
    assertThat(status(right.claim("exp", now - 59).make())).isEqualTo(200);
    assertThat(status(right.claim("iat", now + 60).claim("nbf", now + 60).make())).isEqualTo(200);
    assertThat(status(right.without("appId").claim("iss", CLIENT).make())).isEqualTo(200);
    assertThat(status(right.claim("iss", "somebody").claim("aud", "anybody").make()))
        .isEqualTo(200);
    assertThat(status(right.header("{\"alg\":\"HS256\",\"kid\":\"../../dev/null\"}").make()))
        .isEqualTo(200);
  }

  @Test
  void p21ForgedTokensAreRefusedAlike() {
    var forged = forged();
    var function = scene.function();

    assertThat(forged).hasSizeGreaterThanOrEqualTo(60);
    assertThat(forged.values()).doesNotHaveDuplicates();
    assertThat(refused(forged, function)).containsExactlyElementsOf(forged.keySet());
    assertThat(forged.values().stream().map(it -> send(it, function).body()).distinct()).hasSize(1);
    assertThat(scene.request("").sentTo(function).body())
        .isEqualTo(send(right.make() + "x", function).body());
    assertThat(scene.stored()).isZero();
  }

  @Test
  void p21BrokenTwinThatTakesAnyonesSecretTakesAnotherTenants() {
    var forged = forged();
    var twin = over(new Shared(scene.clients()), scene.clock());

    assertThat(refused(forged, twin)).doesNotContain("other tenant's secret");
  }

  @Test
  void p21BrokenTwinWhoseClockStandsTakesOldOnes() {
    var stopped = Clock.offset(scene.clock(), Duration.ofSeconds(-1));

    assertThat(refused(forged(), over(scene.clients(), stopped))).doesNotContain("expired");
  }

  @Test
  void p21EveryBitOfATokenCounts() {
    var token = right.make();
    var function = scene.function();
    for (int i = 0; i < token.length(); i++) {
      for (char other : List.of('A', 'B', 'Q', 'g', '_', '.', '=', ' ')) {
        if (token.charAt(i) != other) {
          var flipped = token.substring(0, i) + other + token.substring(i + 1);
          assertThat(send(flipped, function).status()).as(flipped).isEqualTo(401);
        }
      }
    }
    assertThat(scene.stored()).isZero();
  }

  @Test
  void whileASecretIsRotatedBothSignAndThenTheOldOneDoesNot() {
    var second = ClientSecret.make();
    scene.clients().rotate("acme", ABotClient.BOT, CLIENT, second);
    assertThat(status(right.make())).isEqualTo(200);
    assertThat(status(right.key(second.key()).make())).isEqualTo(200);

    scene.clients().rotate("acme", ABotClient.BOT, CLIENT, ClientSecret.make());
    assertThat(status(right.make())).isEqualTo(401);

    scene.clients().remove("acme", ABotClient.BOT, CLIENT);
    assertThat(status(right.key(second.key()).make())).isEqualTo(401);
  }

  @Test
  void aClientThatNamesItsAlgorithmIsHeldToIt() {
    var client = ABotClient.named(CLIENT).algorithm(Algorithm.HS512);
    scene.clients().put(client.make(), ClientSecret.make());

    assertThat(status(right.algorithm("HS512", "HmacSHA512").make())).isEqualTo(200);
    assertThat(status(right.make())).isEqualTo(401);
    assertThat(status(right.algorithm("HS384", "HmacSHA384").make())).isEqualTo(401);
  }

  @Test
  void anAudienceIsAskedForWhereTheClientHasOne() {
    scene.clients().put(ABotClient.named(CLIENT).audience("us").make(), ClientSecret.make());

    assertThat(status(right.claim("aud", "us").make())).isEqualTo(200);
    assertThat(status(right.claim("aud", List.of("them", "us")).make())).isEqualTo(200);
    for (var wrong : List.of(right, right.claim("aud", "them"), right.claim("aud", List.of()))) {
      assertThat(status(wrong.make())).isEqualTo(401);
    }
  }

  @Test
  void r114NoOtherHeaderIsLookedAt() {
    var request = scene.request("").header("authorization", right.make());

    assertThat(request.sentTo(scene.function()).status()).isEqualTo(401);
    assertThat(
            request
                .header("authorization", "Bearer " + right.make())
                .sentTo(scene.function())
                .status())
        .isEqualTo(401);
  }

  @Test
  void withoutATokenNothingIsLearntOfWhichBotsThereAre() {
    var nobody = scene.request("x").parameter("botId", "nobody").sentTo(scene.function());

    assertThat(nobody.status()).isEqualTo(401);
    assertThat(nobody.body()).isEqualTo(send("x", scene.function()).body());
  }

  private Map<String, String> forged() {
    var strangers = ClientSecret.make();
    scene.clients().put(ABotClient.named("cs-2").of("globex", "b").make(), strangers);
    var token = right.make();
    var parts = List.of(token.split("\\."));
    var forged = new LinkedHashMap<String, String>();
    for (var none : List.of("none", "None", "NONE", "nOnE", "")) {
      var unsigned = right.header("{\"alg\":\"" + none + "\"}");
      forged.put("alg " + none + " unsigned", unsigned.signed() + ".");
      forged.put("alg " + none + " signed", unsigned.make());
    }
    for (var alg : List.of("RS256", "ES256", "PS256", "EdDSA", "hs256", "HS1", "A128KW", "dir")) {
      forged.put("alg " + alg, right.algorithm(alg, "HmacSHA256").make());
    }
    forged.put("another algorithm than signed it", right.algorithm("HS512", "HmacSHA256").make());
    forged.put("a weaker one than it says", right.algorithm("HS384", "HmacSHA256").make());
    forged.put("no alg", right.header("{\"typ\":\"JWT\"}").make());
    forged.put("alg is a number", right.header("{\"alg\":256}").make());
    forged.put("alg is null", right.header("{\"alg\":null}").make());
    forged.put("alg twice", right.header("{\"alg\":\"HS256\",\"alg\":\"HS256\"}").make());
    forged.put("stripped", right.signed());
    forged.put("empty signature", right.signed() + ".");
    forged.put("signature of zeros", right.signed() + "." + "A".repeat(43));
    forged.put("cut signature", token.substring(0, token.length() - 4));
    forged.put("longer signature", token + "AAAA");
    forged.put("padded", token + "=");
    forged.put("another's signature", right.signed() + "." + last(right.claim("exp", now + 9)));
    forged.put(
        "other claims",
        parts.get(0) + "." + Tokens.encoded(right.claim("x", 1).claims()) + "." + parts.get(2));
    forged.put("empty key", right.key(NOTHING).make());
    forged.put("guessed key", right.key("secret".getBytes(UTF_8)).make());
    forged.put("client id as key", right.key(CLIENT.getBytes(UTF_8)).make());
    forged.put("bytes behind the secret", right.key(scene.secret().bytes()).make());
    forged.put("other tenant's secret", right.key(strangers.key()).make());
    forged.put("other tenant's client", right.claim("appId", "cs-2").make());
    forged.put(
        "kid as a path",
        right.key(NOTHING).header("{\"alg\":\"HS256\",\"kid\":\"/dev/null\"}").make());
    forged.put(
        "kid as a query",
        right.key(NOTHING).header("{\"alg\":\"HS256\",\"kid\":\"' OR 1=1\"}").make());
    forged.put(
        "kid of another client",
        right.key(strangers.key()).header("{\"alg\":\"HS256\",\"kid\":\"cs-2\"}").make());
    forged.put(
        "own key in jwk",
        right
            .key(NOTHING)
            .header("{\"alg\":\"HS256\",\"jwk\":{\"kty\":\"oct\",\"k\":\"AA\"}}")
            .make());
    forged.put(
        "own keys by jku",
        right.key(NOTHING).header("{\"alg\":\"HS256\",\"jku\":\"https://evil.example/k\"}").make());
    forged.put("crit", right.header("{\"alg\":\"HS256\",\"crit\":[\"x\"],\"x\":1}").make());
    forged.put(
        "crit b64", right.header("{\"alg\":\"HS256\",\"crit\":[\"b64\"],\"b64\":false}").make());
    forged.put("b64", right.header("{\"alg\":\"HS256\",\"b64\":true}").make());
    forged.put("expired", right.claim("exp", now - 60).make());
    forged.put("expired long ago", right.claim("exp", 0).make());
    forged.put("expired before time", right.claim("exp", -1).make());
    forged.put("no exp", right.without("exp").make());
    forged.put("exp as text", right.claim("exp", "9999999999").make());
    forged.put("exp is null", right.and("\"x\":1").without("exp").and("\"exp\":null").make());
    forged.put("exp twice", right.and("\"exp\":" + (now + 7200)).make());
    forged.put("appId twice", right.and("\"appId\":\"" + CLIENT + "\"").make());
    forged.put("a name twice inside", right.and("\"x\":{\"a\":1,\"a\":2}").make());
    forged.put("not yet", right.claim("nbf", now + 61).make());
    forged.put("nbf as text", right.claim("nbf", "0").make());
    forged.put("made in the future", right.claim("iat", now + 61).make());
    forged.put("iat as text", right.claim("iat", "0").make());
    forged.put("no client", right.without("appId").make());
    forged.put("unknown client", right.claim("appId", "nobody").make());
    forged.put("unknown issuer", right.without("appId").claim("iss", "nobody").make());
    forged.put(
        "appId unknown, issuer right", right.claim("appId", "nobody").claim("iss", CLIENT).make());
    forged.put("appId is a list", right.claim("appId", List.of(CLIENT)).make());
    forged.put("appId is blank", right.claim("appId", "").claim("iss", CLIENT).make());
    forged.put("claims are a list", right.claims("[1]").make());
    forged.put("claims are text", right.claims("\"x\"").make());
    forged.put("claims are nothing", right.claims("").make());
    forged.put("claims are not JSON", right.claims("{").make());
    forged.put("claims and more", right.claims(right.claims() + "{}").make());
    forged.put("header is a list", right.header("[]").make());
    forged.put("header is deep", right.header("[".repeat(3000)).make());
    forged.put("bearer", "Bearer " + token);
    forged.put("white space before", " " + token);
    forged.put("line break behind", token + "\n");
    forged.put("two tokens", token + "," + token);
    forged.put("four parts", token + ".x");
    forged.put("five parts", token + ".x.x");
    forged.put("dots", "..");
    forged.put("one dot", ".");
    forged.put("letters", "x");
    forged.put("standard base64", Tokens.encoded(HS256) + ".+/+/." + parts.get(2));
    forged.put("not ASCII", "\u00fc." + parts.get(1) + "." + parts.get(2));
    forged.put("long", right.and("\"x\":\"" + "x".repeat(9000) + "\"").make());
    return forged;
  }

  private static String last(Tokens token) {
    return token.make().substring(token.signed().length() + 1);
  }

  private List<String> refused(Map<String, String> forged, HttpFunction function) {
    return forged.entrySet().stream()
        .filter(each -> send(each.getValue(), function).status() == 401)
        .map(Map.Entry::getKey)
        .toList();
  }

  private HttpFunction over(Credentials credentials, Clock clock) {
    return new SaveFeedbackFunction(credentials, scene.settings(), scene.ratings(), clock);
  }

  /** Credentials by which any tenant's secret signs for every client. */
  private record Shared(FakeBotClients clients) implements Credentials {
    @Override
    public Optional<Credential> of(String clientId) {
      return clients
          .of(clientId)
          .map(it -> new Credential(it.client(), clients.of("cs-2").orElseThrow().secrets()));
    }

    @Override
    public boolean hasBot(String workspace, String botId) {
      return clients.hasBot(workspace, botId);
    }
  }

  private int status(String token) {
    return send(token, scene.function()).status();
  }

  private Response send(String token, HttpFunction function) {
    return scene.request(token).sentTo(function);
  }
}
