package ratings.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.crac.Core;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ratings.aws.Tables;
import ratings.domain.Tenancy;
import ratings.domain.notification.FakeMailboxes;
import ratings.functions.alerts.BrowseAlertsFunction;
import ratings.functions.bots.BotClientsFunction;
import ratings.functions.browse.BrowseRatingsFunction;
import ratings.functions.fallback.UnknownRouteFunction;
import ratings.functions.feedback.SaveFeedbackFunction;
import ratings.functions.page.RatingPageFunction;
import ratings.functions.recipients.RecipientsFunction;
import ratings.functions.report.ReportFunction;
import ratings.functions.request.CloseConversationFunction;
import ratings.functions.settings.SettingsFunction;
import ratings.functions.submit.SubmitPlatformRatingFunction;
import ratings.functions.submit.SubmitRatingFunction;
import ratings.functions.webhook.WebhooksFunction;
import ratings.functions.widget.WidgetFunction;
import ratings.http.PrimedFunction;
import ratings.http.Rehearsal;
import ratings.http.Request;
import ratings.http.Response;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** What happens before a snapshot of a function is taken. */
@ResourceLock(Resources.SYSTEM_OUT)
class PrimingTest {

  /** A function over tables that cannot be written, and what it answers while it primes. */
  private record Primed(PrimedFunction function, List<Integer> statuses) {
    static Primed of(PrimedFunction function, Integer... statuses) {
      return new Primed(function, List.of(statuses));
    }

    @Override
    public String toString() {
      return function.getClass().getSimpleName();
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void primingGoesThroughWhatAFunctionDoesAndStoresNothing(Primed primed) throws IOException {
    assertThat(primed.function().prime()).extracting(Response::status).isEqualTo(primed.statuses());
  }

  @Test
  void whatStoresWhilePrimingFailsHere() {
    var function = new SettingsFunction(Tables.over(new UnwritableDynamo()));
    var tenancy = new Tenancy("workspace", "teammate", "");
    var put = Rehearsal.of("PUT /v1/settings").by(tenancy, "ratings/settings");

    assertThatThrownBy(() -> function.rehearse(put.with(Map.of("scale", "faces5"))))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void whatCannotBePrimedIsDeployedAllTheSameAndSaysSo() {
    var out = System.out;
    var said = new ByteArrayOutputStream();
    System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      new Unprimed().beforeCheckpoint(Core.getGlobalContext());
    } finally {
      System.setOut(out);
    }

    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("{\"priming\":\"java.io.IOException\"}");
  }

  private static Stream<Primed> functions() {
    var tables = Tables.over(new UnwritableDynamo());
    return Stream.of(
        Primed.of(new SubmitRatingFunction(tables), 201, 404),
        Primed.of(new WidgetFunction(tables), 200, 204, 404),
        Primed.of(new CloseConversationFunction(tables), 200, 404),
        Primed.of(new SubmitPlatformRatingFunction(tables), 404),
        Primed.of(new RatingPageFunction(tables), 200, 200, 404),
        Primed.of(new BrowseRatingsFunction(tables), 200, 404, 400),
        Primed.of(new ReportFunction(tables), 200, 200),
        Primed.of(new SettingsFunction(tables), 200, 200, 200),
        Primed.of(new BrowseAlertsFunction(tables), 200),
        Primed.of(new RecipientsFunction(tables, new FakeMailboxes()), 200, 404, 400),
        Primed.of(new WebhooksFunction(tables), 200, 200, 404),
        Primed.of(new SaveFeedbackFunction(tables), 200, 401),
        Primed.of(new BotClientsFunction(tables), 200, 404),
        Primed.of(new UnknownRouteFunction(), 404));
  }

  /** DynamoDB without an item: what it does not know how to do, it throws at. */
  private record UnwritableDynamo() implements DynamoDbClient {
    @Override
    public GetItemResponse getItem(GetItemRequest request) {
      return GetItemResponse.builder().build();
    }

    @Override
    public QueryResponse query(QueryRequest request) {
      return QueryResponse.builder().items(List.of()).build();
    }

    @Override
    public String serviceName() {
      return "dynamodb";
    }

    @Override
    public void close() {}
  }

  /** A function that cannot be primed. */
  private record Unprimed() implements PrimedFunction {
    @Override
    public Response answer(Request request) {
      return Response.empty(204);
    }

    @Override
    public List<Response> prime() throws IOException {
      throw new IOException("no table yet");
    }
  }
}
