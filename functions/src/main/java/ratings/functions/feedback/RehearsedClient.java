package ratings.functions.feedback;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ratings.domain.bot.Algorithm;
import ratings.domain.bot.BotClient;
import ratings.domain.bot.ClientSecret;
import ratings.domain.bot.Credentials;
import ratings.domain.feedback.SurveyType;
import ratings.http.Json;
import ratings.http.Rehearsal;

/** The only client of the only bot, to prime with: nobody has its id or its secret. */
record RehearsedClient(BotClient client, ClientSecret secret) implements Credentials {
  private static final String ROUTE = "POST /api/public/bot/{botId}/saveFeedback";

  static RehearsedClient make() {
    var id = UUID.randomUUID().toString();
    var client =
        new BotClient(
            id, id, id, id, id, id, BotClient.FEEDBACK_SCOPES, Optional.empty(), Optional.empty());
    return new RehearsedClient(client, ClientSecret.make());
  }

  Rehearsal delivery(Instant now) {
    return Rehearsal.of(ROUTE)
        .with("botId", client.botId())
        .header("auth", token(now))
        .with(
            Map.of(
                "channelUId",
                Rehearsal.ID,
                "name",
                Rehearsal.ID,
                "score",
                1,
                "channel",
                "rtm",
                "type",
                SurveyType.THUMB.name(),
                "language",
                "en",
                "message",
                ""));
  }

  private String token(Instant now) {
    var claims = Map.of("appId", client.id(), "exp", now.getEpochSecond());
    var signed = encoded(Map.of("alg", Algorithm.HS256.name())) + "." + encoded(claims);
    try {
      return signed
          + "."
          + new MACSigner(secret.key())
              .sign(new JWSHeader(JWSAlgorithm.HS256), signed.getBytes(StandardCharsets.US_ASCII));
    } catch (JOSEException e) {
      throw new IllegalStateException("every Java platform has HMAC with SHA-2", e);
    }
  }

  private static Base64URL encoded(Map<String, ?> document) {
    return Base64URL.encode(Json.write(document));
  }

  @Override
  public Optional<Credential> of(String clientId) {
    return Optional.of(new Credential(client, List.of(secret)));
  }

  @Override
  public boolean hasBot(String workspace, String botId) {
    return false;
  }
}
