package ratings.functions.fallback;

import ratings.http.HttpFunction;
import ratings.http.Problem;
import ratings.http.Request;
import ratings.http.Response;
import ratings.http.Routes;

/** Says whether it was the path that does not exist, or the method on it. */
public final class UnknownRouteFunction implements HttpFunction {
  private final Routes routes = Routes.all();

  @Override
  public Response answer(Request request) throws Problem.Refused {
    var methods = routes.methods(request.path());
    throw new Problem.Refused(
        methods.isEmpty()
            ? Problem.notFound("There is nothing at this path.")
            : Problem.methodNotAllowed(String.join(", ", methods)));
  }
}
