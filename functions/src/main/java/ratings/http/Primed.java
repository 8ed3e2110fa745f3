package ratings.http;

import java.io.IOException;
import org.crac.Context;
import org.crac.Resource;

/**
 * What goes through its work once before a snapshot of it is taken, so that the first call after a
 * restore finds all classes loaded and linked. No failure of that is one of the deployment.
 */
public interface Primed extends Resource {

  /**
   * Goes through what the snapshot is to hold: it reads at most, and what writes goes to tables
   * that are not there.
   *
   * @return what came of it
   */
  Object prime() throws IOException;

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
