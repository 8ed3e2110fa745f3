package ratings.http;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import ratings.domain.Unavailable;

/**
 * A function behind the HTTP API. It answers requests; that an event comes in and a response goes
 * out, and that one line is logged, is the same for all of them.
 */
public interface HttpFunction extends RequestStreamHandler {

  /**
   * Answers one request.
   *
   * @throws Problem.Refused where a problem ends it
   * @throws Unavailable where a store would not have it, which is answered 503
   */
  Response answer(Request request) throws Problem.Refused;

  /** How a problem is told: to programs, if a function does not know better. */
  default Response problem(Problem problem, Request request) {
    return problem.response(request.id());
  }

  @Override
  default void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    long start = System.nanoTime();
    var request = GatewayEvent.read(in);
    var response = answerOrProblem(request);
    GatewayEvent.write(response, out);
    context.getLogger().log(line(request, response, System.nanoTime() - start));
  }

  /** Goes through an event as {@link #handleRequest} would, without its log line. */
  default Response rehearse(Rehearsal rehearsal) throws IOException {
    var request = GatewayEvent.read(new ByteArrayInputStream(rehearsal.event()));
    var response = answerOrProblem(request);
    GatewayEvent.write(response, OutputStream.nullOutputStream());
    line(request, response, 0);
    return response;
  }

  private Response answerOrProblem(Request request) {
    try {
      return answer(request);
    } catch (Problem.Refused refused) {
      return problem(refused.problem(), request);
    } catch (Unavailable unavailable) {
      return problem(Problem.tryAgain(), request);
    }
  }

  /** The route and never the path, for a path may hold a person's id or a token. */
  private static byte[] line(Request request, Response response, long nanos) {
    var line = new LinkedHashMap<String, Object>();
    line.put("route", request.route());
    line.put("status", response.status());
    line.put("ms", nanos / 1_000_000);
    line.put("request", request.id());
    return Json.line(line);
  }
}
