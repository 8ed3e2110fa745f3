package ratings.functions.fallback;

import java.io.IOException;
import java.util.List;
import org.crac.Core;
import ratings.http.PrimedFunction;
import ratings.http.Problem;
import ratings.http.Rehearsal;
import ratings.http.Request;
import ratings.http.Response;
import ratings.http.Routes;

/** Says whether it was the path that does not exist, or the method on it. */
public final class UnknownRouteFunction implements PrimedFunction {
  private final Routes routes = Routes.all();

  public UnknownRouteFunction() {
    Core.getGlobalContext().register(this);
  }

  @Override
  public Response answer(Request request) throws Problem.Refused {
    var methods = routes.methods(request.path());
    throw new Problem.Refused(
        methods.isEmpty() || methods.contains(request.method()) // which is another API's then
            ? Problem.notFound("There is nothing at this path.")
            : Problem.methodNotAllowed(String.join(", ", methods)));
  }

  @Override
  public List<Response> prime() throws IOException {
    return List.of(rehearse(Rehearsal.of("GET /")));
  }
}
