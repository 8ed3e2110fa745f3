package ratings.benchmark.variants;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import ratings.aws.Environment;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * What a handler looks like that nobody has measured: a typed event, data binding, the SDK's own
 * defaults. It reads no settings and checks nothing, which is in its favour.
 */
public final class NaiveVariant
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  private final ObjectMapper json = new ObjectMapper();
  private final DynamoDbClient dynamo =
      DynamoDbClient.builder()
          .httpClientBuilder(new Trusting(UrlConnectionHttpClient.builder()))
          .build();
  private final String table = Environment.ofProcess().ratingsTable();

  /** The body, as data binding reads it. */
  public record Submission(
      String conversationId, int score, String userId, String userName, String language) {}

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    try {
      var submission = json.readValue(event.getBody(), Submission.class);
      dynamo.updateItem(BareUpdate.request(table));
      context.getLogger().log("rated " + submission.conversationId() + "\n");
      return APIGatewayV2HTTPResponse.builder()
          .withStatusCode(201)
          .withHeaders(Map.of("content-type", "application/json"))
          .withBody(json.writeValueAsString(submission))
          .build();
    } catch (JsonProcessingException e) {
      return APIGatewayV2HTTPResponse.builder().withStatusCode(400).build();
    }
  }
}
