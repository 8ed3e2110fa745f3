package ratings.domain.report;

import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import ratings.domain.Unavailable;

/** Sees whether the sums are right, and that they stay small. */
public interface Recount {

  /**
   * What was found of a workspace.
   *
   * @param conversations that are counted
   * @param mended that were not counted as they are, and now are: those that could not be read
   *     before, those of another time zone than the workspace has now, and the few that the stream
   *     was about to tell of
   * @param drift months and combinations whose sums were not those of their conversations when the
   *     last day was over (promise: 0)
   * @param replaced whether they have been replaced by those
   */
  record Finding(long conversations, long mended, long drift, boolean replaced) {}

  /**
   * Goes through every conversation, counts what is not counted as it is, sums all up by itself,
   * and holds that against the sums.
   *
   * @param replacing workspaces whose sums are to be replaced where they differ
   * @param mayGoOn asked before every page
   * @return what was found, by the workspace's key
   * @throws Unavailable if the store would not have it, or it may not go on: nothing is lost, and
   *     what was mended is mended
   */
  Map<String, Finding> run(Set<String> replacing, BooleanSupplier mayGoOn);
}
