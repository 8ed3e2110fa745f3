package ratings.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import ratings.local.lambda.CodeSource;
import ratings.local.mappings.Invoker;

/**
 * How a stack is to run.
 *
 * @param port of the first HTTP API, the next ones follow it; 0 takes free ones
 * @param parameters of the template that differ from their defaults
 * @param code where the functions' classes come from
 * @param outbox the folder that mails end in
 * @param dynamoDb where DynamoDB is, if it is not to be DynamoDB Local
 * @param lines receives what functions print and what happens to them
 * @param onStreams what stands between the streams and their functions, for who wants to disturb it
 */
public record Settings(
    Path template,
    int port,
    Map<String, String> parameters,
    CodeSource code,
    Path outbox,
    Optional<URI> dynamoDb,
    Consumer<String> lines,
    UnaryOperator<Invoker> onStreams) {
  public Settings {
    parameters = Map.copyOf(parameters);
  }

  /** Streams bring what they have, undisturbed. */
  public Settings(
      Path template,
      int port,
      Map<String, String> parameters,
      CodeSource code,
      Path outbox,
      Optional<URI> dynamoDb,
      Consumer<String> lines) {
    this(template, port, parameters, code, outbox, dynamoDb, lines, UnaryOperator.identity());
  }
}
