package ratings.benchmark.variants;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.crac.Core;
import ratings.aws.Clients;
import ratings.aws.Tables;
import ratings.functions.submit.SubmitRatingFunction;

/** The submit function, put together as its own constructor does it. */
public final class SubmitVariant implements RequestStreamHandler {
  private final SubmitRatingFunction function;

  public SubmitVariant() {
    this.function =
        new SubmitRatingFunction(Tables.over(Clients.dynamo(new Trusting(Clients.http()))));
    Core.getGlobalContext().register(function);
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    function.handleRequest(in, out, context);
  }
}
