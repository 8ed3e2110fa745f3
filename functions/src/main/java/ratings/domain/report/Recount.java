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
   * @param aside what was counted of them, but cannot be read; no sum is replaced meanwhile
   * @param drift months and combinations whose sums were not those of their conversations when the
   *     last day was over (promise: 0)
   * @param replaced how many of these sums have been replaced
   */
  record Finding(long conversations, long mended, long aside, long drift, long replaced) {}

  /**
   * Goes through every conversation, counts what is not counted as it is, sums all up by itself,
   * and holds that against the sums.
   *
   * @param replacing workspaces whose sums are to be replaced where they differ
   * @param mayGoOn asked before every page, by several threads
   * @return what was found, by the workspace's id; by its key, where that had to be cut to fit
   * @throws IllegalArgumentException if nothing is counted of a workspace that is to be replaced;
   *     nothing is replaced then
   * @throws Unavailable if the store would not have it, or it may not go on: nothing is lost, and
   *     what was mended is mended
   */
  Map<String, Finding> run(Set<String> replacing, BooleanSupplier mayGoOn);
}
