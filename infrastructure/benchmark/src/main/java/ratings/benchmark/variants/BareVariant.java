package ratings.benchmark.variants;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import ratings.aws.Clients;
import ratings.aws.Environment;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Makes the write and nothing else, with the client that the submit function has. */
public final class BareVariant implements RequestStreamHandler {
  private static final byte[] ANSWER = "{\"statusCode\":201}".getBytes(StandardCharsets.UTF_8);

  private final DynamoDbClient dynamo = Clients.dynamo(new Trusting(Clients.http()));
  private final String table = Environment.ofProcess().ratingsTable();

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    dynamo.updateItem(BareUpdate.request(table));
    out.write(ANSWER);
  }
}
