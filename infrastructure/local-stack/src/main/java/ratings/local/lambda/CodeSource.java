package ratings.local.lambda;

import java.nio.file.Path;
import java.util.List;
import ratings.local.template.FunctionResource;

/** Where a function's classes come from. */
@FunctionalInterface
public interface CodeSource {
  /** The function's code, ready to run. */
  Code of(FunctionResource function);

  /**
   * Code that a JVM can run.
   *
   * @param directory the working directory, {@code LAMBDA_TASK_ROOT}
   * @param classPath directories, jars, or directories of jars ({@code lib/*})
   */
  record Code(Path directory, List<String> classPath) {
    public Code {
      classPath = List.copyOf(classPath);
    }
  }
}
