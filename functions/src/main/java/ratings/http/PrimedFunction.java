package ratings.http;

import java.io.IOException;
import java.util.List;
import org.crac.Context;
import org.crac.Resource;

/**
 * A function that goes through requests before a snapshot of it is taken, so that the first request
 * after a restore finds all classes loaded and linked. No failure of that is one of the deployment.
 */
public interface PrimedFunction extends HttpFunction, Resource {

  /**
   * Goes through what the snapshot is to hold: it reads at most, and what writes goes to tables
   * that are not there.
   *
   * @return what was answered
   */
  List<Response> prime() throws IOException;

  @Override
  default void beforeCheckpoint(Context<? extends Resource> context) {
    try {
      prime();
    } catch (IOException | RuntimeException unprimed) {
      System.out.println("{\"priming\":\"" + unprimed.getClass().getName() + "\"}");
    }
  }

  /** Nothing is left to do: clients are made anew by themselves, and no random state is kept. */
  @Override
  default void afterRestore(Context<? extends Resource> context) {}
}
