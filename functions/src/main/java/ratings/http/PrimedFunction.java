package ratings.http;

import java.io.IOException;
import java.util.List;

/** A function behind the HTTP API that goes through requests before a snapshot of it is taken. */
public interface PrimedFunction extends HttpFunction, Primed {

  /** What was answered. */
  @Override
  List<Response> prime() throws IOException;
}
