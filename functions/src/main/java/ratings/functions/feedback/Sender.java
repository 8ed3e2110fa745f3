package ratings.functions.feedback;

import java.time.InstantSource;
import java.util.List;
import ratings.domain.bot.BotClient;
import ratings.domain.bot.ClientSecret;
import ratings.domain.bot.Credentials;
import ratings.domain.bot.Credentials.Credential;
import ratings.http.Problem;
import ratings.http.Request;

/** Finds out who sends scores, by the token in the header {@code auth} (R114). */
record Sender(Credentials credentials, InstantSource clock) {
  private static final String SCOPES = String.join(" or ", BotClient.FEEDBACK_SCOPES);

  /**
   * The client whose token came with a request for its own bot.
   *
   * @throws Problem.Refused 401 for whatever is wrong with the token, and then nothing else is
   *     said; 403 without a scope or for another bot of the client's workspace; 404 for a bot that
   *     the workspace does not have
   */
  BotClient of(Request request) throws Problem.Refused {
    var token = SentToken.read(request.header("auth").orElse("")).orElseThrow(Sender::unauthorized);
    var client = verified(token);
    if (!client.sendsFeedback() || !token.claims().bringFeedback()) {
      throw new Problem.Refused(
          Problem.of(403, "forbidden", "Not allowed", "This takes the scope " + SCOPES + "."));
    }
    var botId = request.parameter("botId");
    if (client.botId().equals(botId)) {
      return client;
    }
    throw new Problem.Refused(
        credentials.hasBot(client.workspace(), botId)
            ? Problem.of(403, "forbidden", "Not allowed", "The token is another bot's.")
            : Problem.of(404, "unknown-bot", "Unknown bot", "There is no such bot."));
  }

  /** Who names a client that is not there is let wait for a signature just the same. */
  private BotClient verified(SentToken token) throws Problem.Refused {
    var credential = token.claims().client().flatMap(credentials::of);
    var secrets = credential.map(Credential::secrets).orElseGet(() -> List.of(ClientSecret.make()));
    boolean signed = token.isSignedWith(secrets);
    return credential
        .map(Credential::client)
        .filter(_ -> signed)
        .filter(client -> client.signsWith(token.algorithm()))
        .filter(client -> token.claims().hold(client, clock.instant()))
        .orElseThrow(Sender::unauthorized);
  }

  private static Problem.Refused unauthorized() {
    return new Problem.Refused(
        Problem.of(
            401, "unauthorized", "Not authorized", "This takes a client's token in header auth."));
  }
}
