package ratings.benchmark.variants;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import ratings.benchmark.processor.CpuTime;

/**
 * Warm calls of the submit function and of the bare write, in turn, in one JVM. Each pair of blocks
 * prints nanoseconds: the submit function's median call by the wall and its mean by the processor,
 * then the bare write's.
 */
public final class RunWarm {
  private static final int BLOCK = 200;
  private static final Context CONTEXT = new QuietContext();

  private RunWarm() {}

  /**
   * Runs.
   *
   * @param arguments blocks that count; as many before them, at least 20, warm up
   */
  public static void main(String[] arguments) throws IOException {
    byte[] event = System.in.readAllBytes();
    int blocks = Integer.parseInt(arguments[0]);
    var submit = new SubmitVariant();
    var bare = new BareVariant();
    for (int i = 0; i < Math.max(blocks, 20); i++) {
      block(submit, event);
      block(bare, event);
    }
    for (int i = 0; i < blocks; i++) {
      System.out.println(block(submit, event) + " " + block(bare, event));
    }
    System.exit(0);
  }

  private static String block(RequestStreamHandler handler, byte[] event) throws IOException {
    long[] nanos = new long[BLOCK];
    var before = CpuTime.of(ProcessHandle.current());
    for (int i = 0; i < BLOCK; i++) {
      long start = System.nanoTime();
      handler.handleRequest(new ByteArrayInputStream(event), new ByteArrayOutputStream(), CONTEXT);
      nanos[i] = System.nanoTime() - start;
    }
    var cpu = CpuTime.of(ProcessHandle.current()).minus(before);
    Arrays.sort(nanos);
    return nanos[BLOCK / 2] + " " + cpu.dividedBy(BLOCK).toNanos();
  }
}
